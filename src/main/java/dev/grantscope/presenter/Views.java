package dev.grantscope.presenter;

/** All that the window shows, a view a presenter: here that of the form, which is in the first picture. */
public interface Views {
  CredentialsPresenter.View credentials();

  RegionPresenter.View region();

  ScopePresenter.View scope();

  RunPresenter.View run();

  /** Made when it is first wanted. */
  ProfilesPresenter.View profiles();

  /** Made when it is first wanted. */
  Results results();

  /** Made when it is first wanted. */
  Overlays overlays();

  /** What shows how a run went. */
  interface Results {
    ResultPresenter.View result();

    CausePresenter.View cause();

    TokenPresenter.View token();

    CheckView signature();

    CheckView introspection();

    CallPresenter.View call();

    TimingPresenter.View timing();

    WirePresenter.View request();

    WirePresenter.View response();
  }

  /** What is laid over the window. */
  interface Overlays {
    OptionsPresenter.View options();

    /** Of the chosen profile. */
    ConnectionPresenter.View connection();

    /** Of the settings. */
    ConnectionPresenter.View settings();

    FinderView discovery();

    FinderView survey();
  }
}
