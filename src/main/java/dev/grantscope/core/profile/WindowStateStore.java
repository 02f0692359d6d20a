package dev.grantscope.core.profile;

import java.util.Optional;

/** Port: remembers the window. Losing it is no loss, so nothing here fails. */
public interface WindowStateStore {
  Optional<WindowState> load();

  void save(WindowState state);
}
