package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections that are what the test says, and keep what was asked. */
final class FakeConnections implements Connections {
  final List<Way> asked = new ArrayList<>();
  final List<Way> usual = new ArrayList<>();
  final List<FieldProblem> problems = new ArrayList<>();
  WireSettings settings = WireSettings.STANDARD;

  /** What happens while they are asked. */
  Runnable meanwhile = () -> {};

  @Override
  public Resolved resolve(Way own, Way ofSettings) {
    meanwhile.run();
    asked.add(own);
    usual.add(ofSettings);
    return new Resolved(problems.isEmpty() ? Optional.of(settings) : Optional.empty(), problems);
  }
}
