package dev.grantscope.presenter;

/** All that the window shows, a view a presenter. */
public interface Views {
  ProfilesPresenter.View profiles();

  CredentialsPresenter.View credentials();

  OptionsPresenter.View options();

  RegionPresenter.View region();

  ScopePresenter.View scope();

  RunPresenter.View run();

  ResultPresenter.View result();

  CausePresenter.View cause();

  TokenPresenter.View token();

  CheckView signature();

  CheckView introspection();

  WirePresenter.View request();

  WirePresenter.View response();
}
