package dev.grantscope.ui;

import dev.grantscope.presenter.ProfilesPresenter;

/** A row of the list of profiles. */
sealed interface ProfileItem {
  /** The heading of a group. */
  record Heading(String text) implements ProfileItem {}

  /** A profile. */
  record Entry(ProfilesPresenter.Row row) implements ProfileItem {}
}
