package dev.grantscope.cli;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the secret comes from: an environment variable or standard input, exactly as it stands there; never an argument. */
final class SecretOptions {
  /** In bytes of UTF-8. */
  private static final int LONGEST_CHARACTER = 4;

  private @Nullable String variable;
  private boolean stdin;
  private @Nullable String passwordVariable;

  void addTo(Options options) {
    options
        .text("--secret-env", "NAME", "The environment variable that holds the secret.", it -> variable = it)
        .flag("--secret-stdin", "All of standard input is the secret; nothing is trimmed.", it -> stdin = it)
        .text("--password-env", "NAME", "The environment variable that holds the password of --grant password.", it -> passwordVariable = it);
  }

  /** The client secret that was given, if one was. */
  Optional<Secret> secret(CliServices services) {
    if (variable != null && stdin) {
      throw new CommandFailedException(ExitCode.USAGE, "Give --secret-env or --secret-stdin, not both");
    }
    if (stdin) {
      return Optional.of(read(services));
    }
    return variable == null ? Optional.empty() : Optional.of(fromEnvironment(services, "--secret-env", variable));
  }

  /** The password of the password grant, if one was given. */
  Optional<Secret> password(CliServices services) {
    return passwordVariable == null ? Optional.empty() : Optional.of(fromEnvironment(services, "--password-env", passwordVariable));
  }

  /** The name is not repeated: it could be the secret itself. */
  static Secret fromEnvironment(CliServices services, String option, String name) {
    String value = services.environment().get(name);
    if (value == null || value.isEmpty()) {
      throw new CommandFailedException(ExitCode.NO_SECRET, services.texts().get("cli.noVariable", option));
    }
    return Secret.of(value);
  }

  private static Secret read(CliServices services) {
    try {
      int most = FieldLimit.SECRET.longest() * LONGEST_CHARACTER;
      byte[] bytes = services.in().readNBytes(most + 1);
      if (bytes.length > most) {
        throw new CommandFailedException(ExitCode.USAGE, services.texts().get("cli.secretTooLong", FieldLimit.SECRET.longest()));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.isEmpty()) {
        throw new CommandFailedException(ExitCode.NO_SECRET, "Standard input is empty: with --secret-stdin it holds the secret");
      }
      return Secret.of(text);
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(ExitCode.USAGE, "The secret on standard input is not UTF-8");
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NO_SECRET, "Standard input could not be read");
    }
  }
}
