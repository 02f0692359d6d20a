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

  @Override
  public Resolved resolve(Way own, Way ofSettings) {
    asked.add(own);
    usual.add(ofSettings);
    return new Resolved(problems.isEmpty() ? Optional.of(settings) : Optional.empty(), problems);
  }
}
