package dev.grantscope.ui;

import dev.grantscope.presenter.ProfilesPresenter;

/** A row of the list of profiles. */
sealed interface ProfileItem {
  /** Which row it is, whatever it shows. */
  default Object key() {
    return switch (this) {
      case Heading heading -> heading.text();
      case Entry entry -> entry.row().id();
    };
  }

  /** The heading of a group. */
  record Heading(String text) implements ProfileItem {}

  /** A profile. */
  record Entry(ProfilesPresenter.Row row) implements ProfileItem {}
}
