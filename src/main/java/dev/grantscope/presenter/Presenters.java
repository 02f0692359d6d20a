package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Catalogue;
import dev.grantscope.core.diagnosis.Diagnosis;
import dev.grantscope.core.diagnosis.OtherRegions;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.presenter.WirePresenter.Side;
import java.security.SecureRandom;

/** All presenters of the window, put together over one workbench. */
public record Presenters(
    SecretDesk secrets,
    ProfilesPresenter profiles,
    CredentialsPresenter credentials,
    OptionsPresenter options,
    ConnectionPresenter connection,
    ConnectionPresenter settings,
    RegionPresenter region,
    DiscoveryPresenter discovery,
    SurveyPresenter survey,
    ScopePresenter scope,
    RunPresenter run,
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
  /** Makes them; each shows its part of the workbench at once. */
  public static Presenters create(Views views, Workbench workbench, Services with) {
    SecretDesk secrets =
        new SecretDesk(workbench, with.keeper(), with.practice().scenarios(), with.background(), with.texts());
    ConnectionDesk connections = new ConnectionDesk(workbench, secrets, with.connections(), with.background(), with.texts());
    Preparation preparation =
        new Preparation(workbench, secrets, with.practice(), connections, with.keyFiles(), with.background());
    Lint rules = new Lint(with.texts(), with.catalog());
    FormLint lint = new FormLint(rules, workbench, secrets);
    Diagnosis diagnosis =
        new Diagnosis(
            with.grants(),
            Catalogue.builtIn(),
            rules,
            new OtherRegions(with.catalog(), with.practice()::scenarios),
            with.texts(),
            with.pause(),
            new SecureRandom());
    Discoveries discoveries = new Discoveries(workbench);
    FormUndo undo = new FormUndo(workbench, secrets);
    DiscoveryPresenter discovery =
        new DiscoveryPresenter(
            views.discovery(),
            workbench,
            discoveries,
            undo,
            new FinderErrand(workbench, connections, with.background(), with.texts()),
            with);
    SurveyPresenter survey =
        new SurveyPresenter(
            views.survey(),
            workbench,
            discoveries,
            undo,
            new FinderErrand(workbench, connections, with.background(), with.texts()),
            with);
    RunPresenter run =
        new RunPresenter(
            views.run(),
            workbench,
            secrets,
            with.grants(),
            preparation,
            with.background(),
            with.texts());
    Errand errand = new Errand(views.run(), workbench, connections, with.background(), with.texts());
    TokenWords tokenWords = new TokenWords(with.texts(), with.zone());
    IntrospectionPresenter introspection =
        new IntrospectionPresenter(
            views.introspection(), workbench, discoveries, with.tokens().introspection(), errand, with.texts());
    return new Presenters(
        secrets,
        new ProfilesPresenter(
            views.profiles(), workbench, secrets, with.catalog(), with.texts(), with.clock(), with.zone(), with.ids()),
        new CredentialsPresenter(views.credentials(), workbench, secrets, lint, with.texts()),
        new OptionsPresenter(views.options(), workbench, secrets, with.texts()),
        ConnectionPresenter.ofProfile(views.connection(), workbench, secrets, with),
        ConnectionPresenter.ofSettings(views.settings(), workbench, secrets, with),
        new RegionPresenter(
            views.region(),
            workbench,
            with.catalog(),
            with.practice().scenarios(),
            lint,
            discoveries,
            undo,
            new AccessKeyOffer(workbench, lint, undo),
            discovery,
            survey,
            new PracticeStart(with.practice(), with.background()),
            with.texts()),
        discovery,
        survey,
        new ScopePresenter(views.scope(), workbench, discoveries, with.texts()),
        run,
        new ResultPresenter(views.result(), workbench, secrets, run::onRun, with.clipboard(), with.texts()),
        new CausePresenter(views.cause(), views.run(), workbench, secrets, diagnosis, lint, undo, preparation, with),
        new TokenPresenter(views.token(), workbench, tokenWords, with),
        new SignaturePresenter(
            views.signature(), workbench, discoveries, with.tokens().keys(), errand, tokenWords, introspection, with.texts()),
        introspection,
        new CallPresenter(views.call(), workbench, discoveries, errand, with),
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
    run.onCancel();
    cause.onCancel();
    errand.cancel();
    discovery.onCancel();
    survey.onCancel();
  }
}
