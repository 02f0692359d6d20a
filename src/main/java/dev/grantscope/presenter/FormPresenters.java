package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.lint.Lint;

/** The presenters of what is in the first picture, over one workbench; {@link Presenters} adds the others. */
public record FormPresenters(
    SecretDesk secrets,
    CredentialsPresenter credentials,
    RegionPresenter region,
    DiscoveryPresenter discovery,
    SurveyPresenter survey,
    ScopePresenter scope,
    RunPresenter run,
    Shared shared) {
  /** What the other presenters share with those of the form. */
  record Shared(
      Views views,
      Workbench workbench,
      ConnectionDesk connections,
      Preparation preparation,
      Lint rules,
      FormLint lint,
      FormUndo undo,
      Discoveries discoveries,
      Services with) {}

  /** Makes them; each shows its part of the workbench at once. */
  public static FormPresenters create(Views views, Workbench workbench, Services with) {
    SecretDesk secrets =
        new SecretDesk(workbench, with.keeper(), with.practice().scenarios(), with.background(), with.texts());
    ConnectionDesk connections = new ConnectionDesk(workbench, secrets, with.connections(), with.background(), with.texts());
    PracticeStart practice = new PracticeStart(with.practice(), with.background());
    Preparation preparation = new Preparation(workbench, secrets, practice, connections, with.keyFiles(), with.background());
    Lint rules = new Lint(with.texts(), with.catalog());
    FormLint lint = new FormLint(rules, workbench, secrets);
    Discoveries discoveries = new Discoveries(workbench);
    FormUndo undo = new FormUndo(workbench, secrets);
    DiscoveryPresenter discovery =
        new DiscoveryPresenter(
            () -> views.overlays().discovery(),
            workbench,
            discoveries,
            undo,
            new Sending(workbench, connections, with.background(), with.texts()),
            with);
    SurveyPresenter survey =
        new SurveyPresenter(
            () -> views.overlays().survey(),
            workbench,
            discoveries,
            undo,
            new Sending(workbench, connections, with.background(), with.texts()),
            with);
    return new FormPresenters(
        secrets,
        new CredentialsPresenter(views.credentials(), workbench, secrets, lint, with.texts()),
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
            practice,
            with.texts()),
        discovery,
        survey,
        new ScopePresenter(views.scope(), workbench, discoveries, with.texts()),
        new RunPresenter(
            views.run(), workbench, secrets, with.grants(), preparation, with.background(), with.texts()),
        new Shared(views, workbench, connections, preparation, rules, lint, undo, discoveries, with));
  }
}
