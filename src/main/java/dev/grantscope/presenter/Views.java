package dev.grantscope.presenter;

/** All that the window shows, a view a presenter. */
public interface Views {
  ProfilesPresenter.View profiles();

  CredentialsPresenter.View credentials();

  OptionsPresenter.View options();

  /** Of the chosen profile. */
  ConnectionPresenter.View connection();

  /** Of the settings. */
  ConnectionPresenter.View settings();

  RegionPresenter.View region();

  FinderView discovery();

  FinderView survey();

  ScopePresenter.View scope();

  RunPresenter.View run();

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
