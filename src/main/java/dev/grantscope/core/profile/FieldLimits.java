package dev.grantscope.core.profile;

import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import java.util.ArrayList;
import java.util.List;

/** Which fields of a form hold more than they take: what was read from a file, or came from the command line. */
final class FieldLimits {
  private final List<FieldProblem> problems = new ArrayList<>();

  private FieldLimits() {}

  static List<FieldProblem> over(ProfileDraft draft, Secrets secrets) {
    FieldLimits limits = new FieldLimits();
    limits.check(Field.CLIENT_ID, FieldLimit.CLIENT_ID, draft.clientId());
    limits.check(Field.SECRET, FieldLimit.SECRET, secrets.clientSecret().reveal());
    limits.check(Field.USERNAME, FieldLimit.USERNAME, draft.username());
    limits.check(Field.PASSWORD, FieldLimit.SECRET, secrets.password().reveal());
    limits.check(Field.KEY_FILE, FieldLimit.PATH, draft.key().path());
    limits.check(Field.KEY_FILE, FieldLimit.KEY_ID, draft.key().keyId());
    limits.check(Field.TOKEN_URL, FieldLimit.URL, draft.tokenUrl());
    limits.check(Field.SCOPE, FieldLimit.SCOPE, draft.scope());
    limits.check(Field.PARAMETERS, draft.parameters());
    limits.check(Field.HEADERS, draft.headers());
    Connection connection = draft.connection();
    limits.check(Field.PROXY, FieldLimit.URL, connection.proxyUrl());
    limits.check(Field.PROXY, FieldLimit.USERNAME, connection.proxyUser());
    limits.check(Field.AUTHORITIES, FieldLimit.PATH, connection.authorities());
    limits.check(Field.CLIENT_CERTIFICATE, FieldLimit.PATH, connection.clientCertificate());
    return limits.problems;
  }

  private void check(Field field, FieldLimit limit, String text) {
    limit.excess(text).ifPresent(it -> problems.add(it.problem(field, -1)));
  }

  private void check(Field field, List<Entry> entries) {
    for (int row = 0; row < entries.size(); row++) {
      int at = row;
      FieldLimit.ENTRY_NAME
          .excess(entries.get(row).name())
          .or(() -> FieldLimit.ENTRY_VALUE.excess(entries.get(at).value()))
          .ifPresent(it -> problems.add(it.problem(field, at)));
    }
  }
}
