package dev.grantscope.cli;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import java.util.List;

/** Profiles of somebody who never saved one. */
final class NoProfiles implements ProfileStore {
  @Override
  public Loaded load() {
    return new Loaded(List.of(), Trouble.NONE);
  }

  @Override
  public void save(List<Profile> profiles) {
    throw new IllegalStateException("Nothing is to be saved");
  }
}
