package dev.grantscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of one command, told to picocli one by one: reading them from annotations takes twice as long as a grant over loopback,
 * at each start. What takes a value is called when the option is given, and not otherwise.
 */
final class Options {
  /** Makes what picocli needs: lists for options that may be repeated. picocli's own first looks for Groovy, in each jar there is. */
  static final CommandLine.IFactory FACTORY =
      new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> wanted) {
          return wanted.cast(new ArrayList<>());
        }
      };

  private final CommandSpec spec;

  /** A command with the options that every command has. */
  Options(String name, String description, Callable<Integer> command) {
    spec = CommandSpec.wrapWithoutInspection(command, FACTORY).name(name);
    spec.usageMessage().description(description);
    spec.addOption(
        OptionSpec.builder("-h", "--help").type(boolean.class).usageHelp(true).description("Show this help message and exit.").build());
    spec.addOption(
        OptionSpec.builder("-V", "--version").type(boolean.class).versionHelp(true).description("Print version information and exit.").build());
  }

  /** How it is called, a line for each way: picocli's own list of all options is longer than the help below it. */
  Options usage(String... ways) {
    String[] lines = new String[ways.length];
    for (int i = 0; i < ways.length; i++) {
      lines[i] = (i == 0 ? "" : "       ") + "grantscope " + spec.name() + " " + ways[i];
    }
    spec.usageMessage().customSynopsis(lines);
    return this;
  }

  Options text(String name, String label, String description, Consumer<String> take) {
    return add(OptionSpec.builder(name).type(String.class).paramLabel(label).description(description), take);
  }

  Options number(String name, String label, String description, Consumer<Double> take) {
    return add(OptionSpec.builder(name).type(Double.class).paramLabel(label).description(description), take);
  }

  Options whole(String name, String label, String description, Consumer<Integer> take) {
    return add(OptionSpec.builder(name).type(Integer.class).paramLabel(label).description(description), take);
  }

  Options flag(String name, String description, Consumer<Boolean> take) {
    return add(OptionSpec.builder(name).type(boolean.class).description(description), take);
  }

  /** An option that may be repeated; it takes all that were given so far. */
  Options texts(String name, String label, String description, Consumer<List<String>> take) {
    return add(OptionSpec.builder(name).type(List.class).auxiliaryTypes(String.class).paramLabel(label).description(description), take);
  }

  /** An argument without a name that may be left out. */
  Options argument(String label, String description, Consumer<String> take) {
    Binding<String> binding = new Binding<>(take);
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..1")
            .type(String.class)
            .paramLabel(label)
            .hideParamSyntax(true)
            .description(description)
            .getter(binding)
            .setter(binding)
            .build());
    return this;
  }

  private <V> Options add(OptionSpec.Builder option, Consumer<V> take) {
    Binding<V> binding = new Binding<>(take);
    spec.addOption(option.getter(binding).setter(binding).build());
    return this;
  }

  CommandSpec spec() {
    return spec;
  }

  /** Holds the value for picocli, which first sets all to null, and hands on what was given. */
  private static final class Binding<V> implements IGetter, ISetter {
    private final Consumer<V> take;
    private @Nullable Object value;

    Binding(Consumer<V> take) {
      this.take = take;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T get() {
      return (T) value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T set(T given) {
      value = given;
      if (given != null) {
        take.accept((V) given);
      }
      return given;
    }
  }
}
