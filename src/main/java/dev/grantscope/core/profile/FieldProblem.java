package dev.grantscope.core.profile;

import java.util.List;

/**
 * Something in the form with which nothing can be sent.
 *
 * @param row the row of a table of entries, from 0; -1 for other fields
 * @param key names the sentence in the bundle
 * @param arguments of that sentence; never a secret
 */
public record FieldProblem(Field field, int row, String key, List<String> arguments) {
  /** A field of the form. */
  public enum Field {
    CLIENT_ID,
    SECRET,
    KEY_FILE,
    USERNAME,
    PASSWORD,
    TOKEN_URL,
    SCOPE,
    PARAMETERS,
    HEADERS,
    PROXY,
    AUTHORITIES,
    CLIENT_CERTIFICATE,
    SETTINGS_PROXY,
    SETTINGS_AUTHORITIES,
    SETTINGS_CLIENT_CERTIFICATE;

    /** The same field of the settings, of those that both have. */
    Field ofSettings() {
      return switch (this) {
        case PROXY -> SETTINGS_PROXY;
        case AUTHORITIES -> SETTINGS_AUTHORITIES;
        case CLIENT_CERTIFICATE -> SETTINGS_CLIENT_CERTIFICATE;
        default -> this;
      };
    }
  }

  public FieldProblem {
    arguments = List.copyOf(arguments);
  }

  /** Of a field that is not a table. */
  public static FieldProblem of(Field field, String key, String... arguments) {
    return new FieldProblem(field, -1, key, List.of(arguments));
  }

  /** The same beside the field of the settings. */
  public FieldProblem inSettings() {
    return new FieldProblem(field.ofSettings(), row, key, arguments);
  }

  static FieldProblem ofRow(Field field, int row, String key, String... arguments) {
    return new FieldProblem(field, row, key, List.of(arguments));
  }
}
