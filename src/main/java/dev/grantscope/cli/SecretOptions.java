package dev.grantscope.cli;

import dev.grantscope.core.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the secret comes from: an environment variable or standard input, exactly as it stands there; never an argument. */
final class SecretOptions {
  @Option(names = "--secret-env", paramLabel = "NAME", description = "The environment variable that holds the secret.")
  @Nullable String variable;

  @Option(names = "--secret-stdin", description = "All of standard input is the secret; nothing is trimmed.")
  boolean stdin;

  @Option(names = "--password-env", paramLabel = "NAME", description = "The environment variable that holds the password of --grant password.")
  @Nullable String passwordVariable;

  /** The client secret that was given, if one was. */
  Optional<Secret> secret(CliServices services) {
    if (variable != null && stdin) {
      throw new CommandFailedException(ExitCode.USAGE, "Give --secret-env or --secret-stdin, not both");
    }
    if (stdin) {
      return Optional.of(read(services));
    }
    return variable == null ? Optional.empty() : Optional.of(fromEnvironment(services, variable));
  }

  /** The password of the password grant, if one was given. */
  Optional<Secret> password(CliServices services) {
    return passwordVariable == null ? Optional.empty() : Optional.of(fromEnvironment(services, passwordVariable));
  }

  private static Secret fromEnvironment(CliServices services, String name) {
    String value = services.environment().get(name);
    if (value == null || value.isEmpty()) {
      throw new CommandFailedException(ExitCode.NO_SECRET, "The environment variable for the secret is not set, or is empty");
    }
    return Secret.of(value);
  }

  private static Secret read(CliServices services) {
    try {
      byte[] bytes = services.in().readAllBytes();
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.isEmpty()) {
        throw new CommandFailedException(ExitCode.NO_SECRET, "Standard input is empty, and it was to hold the secret");
      }
      return Secret.of(text);
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(ExitCode.USAGE, "The secret on standard input is not UTF-8");
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NO_SECRET, "Standard input could not be read");
    }
  }
}
