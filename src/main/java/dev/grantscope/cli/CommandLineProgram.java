package dev.grantscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: reads the arguments, runs one command, answers with its exit code. */
public final class CommandLineProgram {
  private final CliServices services;

  public CommandLineProgram(CliServices services) {
    this.services = services;
  }

  @Command(
      name = "grantscope",
      description = "Makes an OAuth 2.0 client_credentials grant work, and shows what really happened.",
      footer = "%nWithout a command it opens the window.",
      mixinStandardHelpOptions = true)
  private static final class Root {}

  /** Runs a command and says how it ended. */
  public int run(String... arguments) {
    CommandLine line = new CommandLine(new Root());
    line.getCommandSpec().version("GrantScope " + services.version());
    line.addSubcommand(new RunCommand(services));
    line.addSubcommand(new DiagnoseCommand(services));
    line.addSubcommand(new PracticeCommand(services));
    line.setOut(services.out());
    line.setErr(services.err());
    line.setParameterExceptionHandler((e, _) -> fail(ExitCode.USAGE, message(e)));
    line.setExecutionExceptionHandler((e, _, _) -> failed(e));
    line.setExecutionStrategy(parsed -> execute(line, parsed));
    int code = line.execute(arguments);
    services.out().flush();
    services.err().flush();
    return code;
  }

  private int execute(CommandLine line, CommandLine.ParseResult parsed) {
    if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
      line.usage(services.err());
      return ExitCode.USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int failed(Exception e) {
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
      return first.startsWith("-")
          ? "Unknown option " + first.replaceFirst("=.*", "") + " (see grantscope --help)"
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
