package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.Invisibles;
import dev.grantscope.core.diagnosis.form.PercentEncoding;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same client with its secret read or sent another way. */
final class CredentialChanges {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.*-]*");

  private final ExperimentMaker make;
  private final Form form;

  CredentialChanges(ExperimentMaker make) {
    this.make = make;
    this.form = make.form();
  }

  /** What the secret itself suggests. */
  List<Experiment> otherSecrets() {
    String secret = form.secret();
    String trimmed = Invisibles.trim(secret);
    Stream<Experiment> trim =
        trimmed.equals(secret) || trimmed.isEmpty()
            ? Stream.of()
            : Stream.of(
                make.variation(
                    Probe.SECRET_TRIMMED,
                    "",
                    Cause.SECRET_WHITESPACE,
                    make.label("fix.trim"),
                    it -> it.withSecret(Invisibles.trim(it.secret()))));
    Stream<Experiment> decode =
        PercentEncoding.isLikely(secret)
            ? Stream.of(
                make.variation(
                    Probe.SECRET_DECODED,
                    "",
                    Cause.SECRET_ALREADY_ENCODED,
                    make.label("fix.decode"),
                    it -> it.withSecret(PercentEncoding.decoded(it.secret()))))
            : Stream.of();
    return make.isPublic() ? List.of() : Stream.concat(trim, decode).toList();
  }

  /** The other ways to authenticate, encodings of Basic first; those that would send the same bytes are left out. */
  List<Experiment> authentications() {
    ClientAuthenticationMethod now = form.draft().authentication();
    boolean reserved = !PLAIN.matcher(form.draft().clientId() + form.secret()).matches();
    Stream<ClientAuthenticationMethod> others =
        switch (now) {
          case BASIC -> Stream.of(ClientAuthenticationMethod.BASIC_RAW, ClientAuthenticationMethod.POST);
          case BASIC_RAW -> Stream.of(ClientAuthenticationMethod.BASIC, ClientAuthenticationMethod.POST);
          case POST, NONE, TLS_CLIENT_AUTH -> Stream.of(ClientAuthenticationMethod.BASIC, ClientAuthenticationMethod.BASIC_RAW);
          case PRIVATE_KEY_JWT -> Stream.empty();
        };
    boolean nowBasic = now == ClientAuthenticationMethod.BASIC || now == ClientAuthenticationMethod.BASIC_RAW;
    return others
        .filter(_ -> !form.secrets().clientSecret().isEmpty())
        .filter(it -> reserved || it != ClientAuthenticationMethod.BASIC_RAW)
        .filter(it -> reserved || !nowBasic || it != ClientAuthenticationMethod.BASIC)
        .map(it -> authentication(it, nowBasic))
        .toList();
  }

  private Experiment authentication(ClientAuthenticationMethod other, boolean nowBasic) {
    return make.variation(
        Probe.AUTHENTICATION,
        other.wireName(),
        nowBasic && other != ClientAuthenticationMethod.POST ? Cause.BASIC_ENCODING : Cause.AUTH_METHOD,
        make.label("fix.authentication." + other.name()),
        it -> it.with(draft -> draft.withAuthentication(other)));
  }
}
