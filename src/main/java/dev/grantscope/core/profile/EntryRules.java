package dev.grantscope.core.profile;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.Parameter;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which further parameters and headers may be sent, row by row. */
public final class EntryRules {
  /** Parameters with a field of their own (RFC 6749 §3.2: none more than once). */
  private static final Set<String> OWN_PARAMETERS = Set.of("grant_type", "scope", "client_id", "username");

  /** Parameters whose value is a secret; as plain entries they would be saved in a file. */
  private static final Set<String> SECRET_PARAMETERS =
      Set.of("client_secret", "password", "client_assertion", "assertion", "refresh_token", "code", "accesskeysecret");

  /** Headers that the framing of the message depends on (RFC 9112 §6). */
  private static final Set<String> FRAMING_HEADERS =
      Set.of("host", "content-length", "transfer-encoding", "connection", "expect", "te", "trailer", "upgrade");

  /** Headers whose value is a secret. */
  private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");

  private EntryRules() {}

  /** What is wrong with the rows of a draft, which can be said while they are typed: nothing else decides it. */
  public static List<FieldProblem> problems(ProfileDraft draft) {
    List<FieldProblem> problems = new ArrayList<>();
    parameters(draft, problems);
    headers(draft.headers(), problems);
    return problems;
  }

  static List<Parameter> parameters(ProfileDraft draft, List<FieldProblem> problems) {
    List<ProfileDraft.Entry> entries = draft.parameters();
    List<Parameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int row = 0; row < entries.size(); row++) {
      ProfileDraft.Entry entry = entries.get(row);
      if (isBlank(entry)) {
        continue;
      }
      String name = entry.name();
      if (name.isBlank()) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.unnamed"));
      } else if (SECRET_PARAMETERS.contains(name.strip().toLowerCase(Locale.ROOT))) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.secret", name));
      } else if (OWN_PARAMETERS.contains(name)) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.own", name));
      } else if (!names.add(name) && !isRepeatable(name, draft.bodyFormat())) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.parameter.twice", name));
      } else if (!Secret.of(name + entry.value()).isWellFormed()) {
        problems.add(FieldProblem.ofRow(Field.PARAMETERS, row, "problem.surrogate"));
      }
      parameters.add(new Parameter(name, entry.value()));
    }
    return parameters;
  }

  /** RFC 8707 §2 and RFC 8693 §2.1 let these two be repeated in a form; in a JSON object the last one would hide the others. */
  private static boolean isRepeatable(String name, BodyFormat format) {
    return format == BodyFormat.FORM && (name.equals("resource") || name.equals("audience"));
  }

  static List<Header> headers(List<ProfileDraft.Entry> entries, List<FieldProblem> problems) {
    List<Header> headers = new ArrayList<>();
    for (int row = 0; row < entries.size(); row++) {
      ProfileDraft.Entry entry = entries.get(row);
      if (isBlank(entry)) {
        continue;
      }
      int illegal = Header.firstIllegalInValue(entry.value());
      String name = entry.name().toLowerCase(Locale.ROOT);
      if (name.isBlank()) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.unnamed"));
      } else if (!Header.isToken(entry.name())) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.name", ProfileValidator.visible(entry.name())));
      } else if (SECRET_HEADERS.contains(name)) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.secret", entry.name()));
      } else if (FRAMING_HEADERS.contains(name)) {
        problems.add(FieldProblem.ofRow(Field.HEADERS, row, "problem.header.framing", entry.name()));
      } else if (illegal >= 0) {
        String character = String.format(Locale.ROOT, "U+%04X", entry.value().codePointAt(illegal));
        problems.add(
            FieldProblem.ofRow(Field.HEADERS, row, "problem.header.value", entry.name(), character, Integer.toString(illegal + 1)));
      }
      headers.add(new Header(entry.name(), entry.value().strip()));
    }
    return headers;
  }

  private static boolean isBlank(ProfileDraft.Entry entry) {
    return entry.name().isBlank() && entry.value().isBlank();
  }
}
