package dev.grantscope.core.diagnosis;

import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import java.time.Duration;
import java.util.Random;

/** A diagnosis over real sockets, without pauses. */
public final class Bench {
  public static final Texts TEXTS = new Texts();
  public static final Lint LINT = new Lint(TEXTS, ProviderCatalog.builtIn());
  private static final PracticeTenant SCENARIOS = new PracticeTenant(0);
  static final OtherRegions REGIONS = new OtherRegions(ProviderCatalog.builtIn(), SCENARIOS::scenarios);

  private Bench() {}

  static Diagnosis diagnosis(Catalogue catalogue, Pause pause) {
    return diagnosis(catalogue, REGIONS, pause);
  }

  static Diagnosis diagnosis(Catalogue catalogue, OtherRegions regions, Pause pause) {
    return new Diagnosis(new GrantService(new SocketWire(), "GrantScope/test"), catalogue, LINT, regions, TEXTS, pause, new Random(7));
  }

  static Conclusion run(Form form, Catalogue catalogue, int most) {
    Diagnosis diagnosis = diagnosis(catalogue, Pause.NONE);
    return diagnosis.run(plan(diagnosis, form, most), WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);
  }

  static Conclusion run(Form form) {
    return run(form, Catalogue.builtIn(), 12);
  }

  static Plan plan(Diagnosis diagnosis, Form form, int most) {
    return diagnosis.plan(form, new Budget(most, Duration.ZERO)).orElseThrow();
  }

  /** What is known whoever made the server. */
  static Catalogue withoutVendors() {
    return new Catalogue(Catalogue.builtIn().signatures().stream().filter(it -> it.vendor().isEmpty()).toList());
  }

  public static Form form(String url, String clientId, String secret, String scope) {
    ProfileDraft draft = ProfileDraft.blank(ProviderCatalog.ANY).withTokenUrl(url).withClientId(clientId).withScope(scope);
    return new Form(draft, new Secrets(Secret.of(secret), Secret.NONE));
  }

  /** The first finding in short, such as "secret-wrong proved". */
  static String first(Conclusion conclusion) {
    return conclusion.findings().stream()
        .findFirst()
        .map(it -> it.cause().wireName() + " " + it.strength().wireName())
        .orElse("-");
  }

  static long withSecret(Conclusion conclusion) {
    return conclusion.observations().stream().filter(it -> it.experiment().carriesSecret()).count();
  }
}
