package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Catalogue;
import dev.grantscope.core.diagnosis.Diagnosis;
import dev.grantscope.core.diagnosis.OtherRegions;
import dev.grantscope.presenter.WirePresenter.Side;
import java.security.SecureRandom;

/** All presenters of the window: those of the form, and those of what is not in the first picture. */
public record Presenters(
    FormPresenters form,
    ProfilesPresenter profiles,
    OptionsPresenter options,
    ConnectionPresenter connection,
    ConnectionPresenter settings,
    ResultPresenter result,
    CausePresenter cause,
    TokenPresenter token,
    SignaturePresenter signature,
    IntrospectionPresenter introspection,
    CallPresenter call,
    Errand errand,
    TimingPresenter timing,
    WirePresenter request,
    WirePresenter response) {
  /** Makes the others; each shows its part of the workbench at once. */
  public static Presenters complete(FormPresenters form) {
    FormPresenters.Shared shared = form.shared();
    Services with = shared.with();
    Workbench workbench = shared.workbench();
    SecretDesk secrets = form.secrets();
    RunPresenter.View line = shared.views().run();
    Views.Results views = shared.views().results();
    Views.Overlays overlays = shared.views().overlays();
    Diagnosis diagnosis =
        new Diagnosis(
            with.grants(),
            Catalogue.builtIn(),
            shared.rules(),
            new OtherRegions(with.catalog(), with.practice()::scenarios),
            with.texts(),
            with.pause(),
            new SecureRandom());
    Errand errand = new Errand(line, workbench, shared.connections(), with.background(), with.texts());
    TokenWords tokenWords = new TokenWords(with.texts(), with.zone());
    IntrospectionPresenter introspection =
        new IntrospectionPresenter(
            views.introspection(), workbench, shared.discoveries(), with.tokens().introspection(), errand, with.texts());
    return new Presenters(
        form,
        new ProfilesPresenter(
            shared.views().profiles(),
            workbench,
            secrets,
            with.catalog(),
            with.texts(),
            new Ages(with.clock(), with.zone(), with.texts()),
            with.background(),
            with.ids()),
        new OptionsPresenter(overlays.options(), workbench, secrets, with.texts()),
        ConnectionPresenter.ofProfile(overlays.connection(), workbench, secrets, with),
        ConnectionPresenter.ofSettings(overlays.settings(), workbench, secrets, with),
        new ResultPresenter(views.result(), workbench, secrets, form.run()::onRun, with.clipboard(), with.texts()),
        new CausePresenter(
            views.cause(), line, workbench, secrets, diagnosis, shared.lint(), shared.undo(), shared.preparation(), with),
        new TokenPresenter(views.token(), workbench, tokenWords, with),
        new SignaturePresenter(
            views.signature(),
            workbench,
            shared.discoveries(),
            with.tokens().keys(),
            errand,
            tokenWords,
            introspection,
            with.texts()),
        introspection,
        new CallPresenter(views.call(), workbench, shared.discoveries(), errand, with),
        errand,
        new TimingPresenter(
            views.timing(),
            workbench,
            new TimingWords(with.texts(), new CertificateWords(with.texts(), with.clock(), with.zone())),
            with),
        new WirePresenter(
            views.request(), workbench, Side.REQUEST, with.background(), with.clipboard(), with.texts()),
        new WirePresenter(
            views.response(), workbench, Side.RESPONSE, with.background(), with.clipboard(), with.texts()));
  }

  /** Ends whatever is being sent. */
  public void cancel() {
    form.run().onCancel();
    cause.onCancel();
    errand.cancel();
    form.discovery().onCancel();
    form.survey().onCancel();
  }
}
