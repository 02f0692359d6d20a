package dev.grantscope.core.profile;

import java.util.List;

/**
 * Something in the form with which nothing can be sent.
 *
 * @param row the row of a table of entries, from 0; -1 for other fields
 * @param key names the sentence in the bundle
 * @param arguments of that sentence, texts and numbers; never a secret
 */
public record FieldProblem(Field field, int row, String key, List<Object> arguments) {
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

  /** Whether what it is about is as it was; where it was changed, only another look can say what is wrong. */
  public boolean stands(ProfileDraft before, ProfileDraft after) {
    boolean sameWay = before.authentication() == after.authentication() && before.grantType().equals(after.grantType());
    return switch (field) {
      case CLIENT_ID -> before.clientId().equals(after.clientId());
      case SECRET, PASSWORD -> sameWay;
      case KEY_FILE -> sameWay && before.key().equals(after.key());
      case USERNAME -> sameWay && before.username().equals(after.username());
      case TOKEN_URL -> before.tokenUrl().equals(after.tokenUrl());
      case SCOPE -> before.scope().equals(after.scope());
      case PARAMETERS -> before.bodyFormat() == after.bodyFormat() && sameRow(before.parameters(), after.parameters());
      case HEADERS -> sameRow(before.headers(), after.headers());
      case PROXY, AUTHORITIES, CLIENT_CERTIFICATE ->
          before.connection().equals(after.connection()) && before.tokenUrl().equals(after.tokenUrl());
      case SETTINGS_PROXY, SETTINGS_AUTHORITIES, SETTINGS_CLIENT_CERTIFICATE -> true;
    };
  }

  private boolean sameRow(List<ProfileDraft.Entry> before, List<ProfileDraft.Entry> after) {
    return before.size() == after.size() && row < before.size() && before.get(row).equals(after.get(row));
  }

  /** Of a field that is not a table. */
  public static FieldProblem of(Field field, String key, Object... arguments) {
    return new FieldProblem(field, -1, key, List.of(arguments));
  }

  /** Whether its field is in the settings and not in a profile. */
  public boolean isOfSettings() {
    return switch (field) {
      case SETTINGS_PROXY, SETTINGS_AUTHORITIES, SETTINGS_CLIENT_CERTIFICATE -> true;
      default -> false;
    };
  }

  /** Whether its field is in the options of a profile, and not in a card. */
  public boolean isOfOptions() {
    return switch (field) {
      case USERNAME, PASSWORD, PARAMETERS, HEADERS, PROXY, AUTHORITIES, CLIENT_CERTIFICATE -> true;
      default -> false;
    };
  }

  /** The same beside the field of the settings. */
  public FieldProblem inSettings() {
    return new FieldProblem(field.ofSettings(), row, key, arguments);
  }

  static FieldProblem ofRow(Field field, int row, String key, Object... arguments) {
    return new FieldProblem(field, row, key, List.of(arguments));
  }
}
