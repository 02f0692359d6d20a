package dev.grantscope.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: reads the arguments, runs one command, answers with its exit code. */
public final class CommandLineProgram {
  /** What is like the name of an option; anything else could be a secret that has lost its option. */
  private static final Pattern OPTION = Pattern.compile("-[a-z]|--[a-z]+(-[a-z]+){0,3}");

  /** Narrower picocli cannot lay out help, and wider nobody can read it. */
  private static final int NARROWEST = 55;

  private static final int WIDEST = 100;

  private final CliServices services;

  public CommandLineProgram(CliServices services) {
    this.services = services;
  }

  /** The commands by their names, in the order of the help. */
  private Map<String, Supplier<CommandSpec>> commands() {
    Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(services).spec());
    commands.put("diagnose", () -> new DiagnoseCommand(services).spec());
    commands.put("call", () -> new CallCommand(services).spec());
    commands.put("discover", () -> new DiscoverCommand(services).spec());
    commands.put("practice", () -> new PracticeCommand(services).spec());
    return commands;
  }

  /** Only the command that is asked for is made, when the first argument names one. */
  private CommandLine line(String... arguments) {
    CommandSpec root =
        new Options("grantscope", "Makes an OAuth 2.0 client_credentials grant work, and shows what really happened.", () -> ExitCode.USAGE)
            .spec()
            .version("GrantScope " + services.version());
    root.usageMessage().footer(
        "%nFor example:",
        "  grantscope run \"Granted as asked\"   (a practice lesson, without network)",
        "  grantscope run --token-url URL --client-id ID --secret-env NAME",
        "",
        "Without a command it opens the window.");
    CommandLine line = new CommandLine(root, Options.FACTORY);
    String first = arguments.length == 0 ? "" : arguments[0];
    Map<String, Supplier<CommandSpec>> commands = commands();
    commands.forEach(
        (name, spec) -> {
          if (name.equals(first) || !commands.containsKey(first)) {
            line.addSubcommand(name, new CommandLine(spec.get(), Options.FACTORY));
          }
        });
    return line;
  }

  /** Runs a command and says how it ended. */
  public int run(String... arguments) {
    CommandLine line = line(arguments);
    line.setExpandAtFiles(false);
    line.setOut(services.out());
    line.setErr(services.err());
    line.setParameterExceptionHandler((e, _) -> fail(ExitCode.USAGE, message(e)));
    line.setExecutionExceptionHandler((e, _, _) -> failed(e));
    line.setExecutionStrategy(parsed -> execute(line, parsed));
    int code = execute(line, arguments);
    // The code says how the grant ended, whoever reads of it: a closed pipe is no failure of ours, and a full disk is said.
    if (services.out().checkError()) {
      services.err().println("grantscope: The output could not be written");
    }
    services.err().flush();
    return code;
  }

  private int execute(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (Error e) {
      return failed(e);
    }
  }

  private int execute(CommandLine line, CommandLine.ParseResult parsed) {
    if (isHelp(parsed)) {
      fit(line);
    }
    if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
      line.usage(services.err());
      return ExitCode.USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Whether help will be printed: asked for, or since nothing was. */
  private static boolean isHelp(CommandLine.ParseResult parsed) {
    return parsed.isUsageHelpRequested() || (parsed.hasSubcommand() ? isHelp(parsed.subcommand()) : parsed.commandSpec().parent() == null);
  }

  /** Lines as wide as the terminal, within reason. Asking for its width starts a process, so only help does. */
  private void fit(CommandLine line) {
    int wanted = width(services.environment().get("COLUMNS")).orElseGet(() -> line.setUsageHelpAutoWidth(true).getUsageHelpWidth());
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(Math.clamp(wanted, NARROWEST, WIDEST));
  }

  private static OptionalInt width(@Nullable String columns) {
    return columns != null && columns.matches("[0-9]{1,4}") ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty();
  }

  private int failed(Throwable e) {
    if (e instanceof CommandFailedException failure) {
      return fail(failure.exitCode(), String.valueOf(failure.getMessage()));
    }
    // A fault of the program. Its message may hold anything, so only its kind and place are said.
    StackTraceElement[] trace = e.getStackTrace();
    return fail(ExitCode.BUG, "A fault in GrantScope: " + e.getClass().getName() + (trace.length > 0 ? " at " + trace[0] : ""));
  }

  private int fail(int code, String text) {
    services.err().println("grantscope: " + text.replaceAll("\\R+", " "));
    return code;
  }

  /** An argument that is not understood is never repeated: it could be the secret that somebody put there. */
  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      String name = first.replaceFirst("=.*", "");
      return first.startsWith("-")
          ? "Unknown option" + (OPTION.matcher(name).matches() ? " " + name : "") + " (see grantscope --help)"
          : "An argument too many, or an unknown command (see grantscope --help)";
    }
    if (e instanceof CommandLine.MissingParameterException || e.getArgSpec() == null) {
      return e instanceof CommandLine.MissingParameterException missing ? String.valueOf(missing.getMessage()) : "Wrong use (see grantscope --help)";
    }
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String name =
        e.getArgSpec() instanceof CommandLine.Model.OptionSpec option ? option.longestName() : e.getArgSpec().paramLabel();
    return "The value of " + name + " cannot be used (see " + command.qualifiedName() + " --help)";
  }
}
