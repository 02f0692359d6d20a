package dev.grantscope.cli;

import dev.grantscope.core.json.JsonTree;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How a command says what came: as text for people or as JSON, and without the secrets unless they are asked for. */
final class OutputOptions {
  private String format = "text";
  private boolean reveal;

  void addTo(Options options) {
    options.text("--output", "FORMAT", "text (default) or json.", it -> format = it);
  }

  void addRevealTo(Options options) {
    options.flag("--reveal", "Shows the secret and the token in the wire text.", it -> reveal = it);
  }

  /** Before anything is sent. */
  void check() {
    if (!format.equals("text") && !format.equals("json")) {
      throw new CommandFailedException(ExitCode.USAGE, "--output is text or json");
    }
  }

  boolean isJson() {
    return format.equals("json");
  }

  boolean reveals() {
    return reveal;
  }

  void print(CliServices services, Supplier<? extends JsonNode> json, Supplier<String> text) {
    services.out().println(isJson() ? JsonTree.pretty(json.get()) : text.get());
  }
}
