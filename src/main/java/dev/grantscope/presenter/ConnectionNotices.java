package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.ClientCertificate;
import dev.grantscope.core.wire.WireSettings;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What is said beside the fields of a connection: what is wrong with one, or what was read from its file. */
final class ConnectionNotices {
  private static final Map<Field, Field> SETTINGS =
      Map.of(
          Field.PROXY, Field.SETTINGS_PROXY,
          Field.AUTHORITIES, Field.SETTINGS_AUTHORITIES,
          Field.CLIENT_CERTIFICATE, Field.SETTINGS_CLIENT_CERTIFICATE);

  private final Workbench workbench;
  private final boolean ofSettings;
  private final Texts texts;
  private final ZoneId zone;
  private final FieldMessages messages;
  private Optional<Resolved> checked = Optional.empty();

  ConnectionNotices(Workbench workbench, boolean ofSettings, Texts texts, ZoneId zone) {
    this.workbench = workbench;
    this.ofSettings = ofSettings;
    this.texts = texts;
    this.zone = zone;
    this.messages = new FieldMessages(texts);
  }

  /** The fields were looked at, as they stand now. */
  void checked(Resolved found) {
    checked = Optional.of(found);
  }

  /** They are others since. */
  void changed() {
    checked = Optional.empty();
  }

  Optional<Notice> proxy(Connection connection) {
    return problem(Field.PROXY).or(() -> passwordOfAnother(connection));
  }

  Optional<Notice> authorities() {
    return problem(Field.AUTHORITIES).or(this::authoritiesRead);
  }

  Optional<Notice> clientCertificate() {
    return problem(Field.CLIENT_CERTIFICATE).or(this::certificateRead);
  }

  private Optional<Notice> problem(Field field) {
    Field mine = ofSettings ? SETTINGS.getOrDefault(field, field) : field;
    // What was looked at since counts more than what the last Run found.
    return checked
        .map(it -> messages.first(it.problems(), field))
        .orElseGet(() -> messages.first(workbench.problems(), mine))
        .map(it -> new Notice(Tone.BAD, it));
  }

  private Optional<Notice> passwordOfAnother(Connection connection) {
    return connection.proxy() == ProxyMode.NAMED && !connection.isPasswordForProxy()
        ? Optional.of(new Notice(Tone.ATTENTION, ConnectionDesk.passwordOfAnother(connection, texts)))
        : Optional.empty();
  }

  private Optional<Notice> authoritiesRead() {
    return checked
        .flatMap(Resolved::settings)
        .map(WireSettings::extraAuthorities)
        .filter(it -> !it.isEmpty())
        .map(it -> new Notice(Tone.GOOD, texts.get("connection.authorities.read", it.size())));
  }

  private Optional<Notice> certificateRead() {
    return checked
        .flatMap(Resolved::settings)
        .flatMap(WireSettings::clientCertificate)
        .map(ClientCertificate::certificate)
        .map(
            it ->
                new Notice(
                    Tone.GOOD,
                    texts.get(
                        "connection.certificate.read",
                        VisibleText.of(it.getSubjectX500Principal().getName(), 120),
                        it.getNotAfter().toInstant().atZone(zone).toLocalDate().toString())));
  }
}
