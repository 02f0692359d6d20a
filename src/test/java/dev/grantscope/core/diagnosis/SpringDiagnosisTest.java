package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.fixture.SpringServer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a real server that nobody here wrote, which tells next to nothing: every client failure is the same 401. */
class SpringDiagnosisTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("granted", form(SpringServer.BASIC, "read"), "-"),
        Arguments.of("wrong secret", form(new SpringServer.Client("both-client", "wrong"), "read"), "client-or-secret-wrong proved"),
        Arguments.of("unknown client", form(new SpringServer.Client("nobody", "wrong"), "read"), "client-or-secret-wrong proved"),
        Arguments.of("unknown client, no scope", form(new SpringServer.Client("nobody", "wrong"), ""), "client-or-secret-wrong proved"),
        Arguments.of("body instead of Basic", post(form(SpringServer.BASIC, "read")), "auth-method proved"),
        Arguments.of("Basic instead of body", form(SpringServer.POST, "read"), "auth-method proved"),
        Arguments.of("a scope it may not have", form(SpringServer.BASIC, "read admin write"), "scope-unknown proved"),
        Arguments.of("the only scope", form(SpringServer.BASIC, "admin"), "scope-unknown proved"),
        Arguments.of("commas", form(SpringServer.BASIC, "read,write"), "scope-separator proved"),
        Arguments.of("without the grant", form(SpringServer.WITHOUT_GRANT, "read"), "grant-not-allowed proved"),
        Arguments.of("without the grant and scope", form(SpringServer.WITHOUT_GRANT, ""), "grant-not-allowed proved"),
        Arguments.of("line feed", form(new SpringServer.Client("both-client", "both-secret\n"), "read"), "secret-whitespace proved"),
        Arguments.of("encoded twice", form(new SpringServer.Client("both-client", "both%2Dsecret"), "read"), "secret-already-encoded proved"),
        Arguments.of(
            "raw Basic", method(form(SpringServer.RESERVED, "read"), ClientAuthenticationMethod.BASIC_RAW), "basic-encoding proved"),
        Arguments.of("JSON", form(SpringServer.BOTH, "read").with(it -> it.withBodyFormat(BodyFormat.JSON)), "body-format proved"),
        Arguments.of("narrowed", form(SpringServer.NARROWED, "read write"), "scope-narrowed server-says"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void findsTheCauseWithoutKnowingTheServer(String what, Form form, String first) {
    Conclusion conclusion = Bench.run(form, Bench.withoutVendors(), 12);

    assertThat(Bench.first(conclusion)).as(what + ": " + conclusion.findings()).isEqualTo(first);
    assertThat(Bench.withSecret(conclusion)).isLessThanOrEqualTo(12);
    assertThat(conclusion.findings().stream().flatMap(it -> it.fix().stream()).limit(1))
        .allSatisfy(fix -> assertThat(Bench.run(fix.apply(form)).baseline().orElseThrow().outcome()).isInstanceOf(GRANTED));
  }

  private static final Class<?> GRANTED = dev.grantscope.core.grant.GrantOutcome.Granted.class;

  @org.junit.jupiter.api.Test
  void aPublicClientIsNotTakenForAMissingEndpoint() {
    Conclusion conclusion = Bench.run(method(form(SpringServer.PUBLIC, ""), ClientAuthenticationMethod.NONE));

    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    assertThat(Bench.withSecret(conclusion)).isZero();
  }

  private static Form form(SpringServer.Client client, String scope) {
    return Bench.form(SpringServer.running().tokenUrl().toString(), client.id(), client.secret(), scope);
  }

  private static Form post(Form form) {
    return method(form, ClientAuthenticationMethod.POST);
  }

  private static Form method(Form form, ClientAuthenticationMethod method) {
    return form.with(it -> it.withAuthentication(method));
  }
}
