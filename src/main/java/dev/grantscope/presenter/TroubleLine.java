package dev.grantscope.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The one line about files: what could not be saved, each as long as that is so; else what was wrong with them at the start. */
public final class TroubleLine {
  private final Consumer<Optional<String>> view;
  private final Optional<String> atStart;
  private final List<Optional<String>> failures = new ArrayList<>();

  public TroubleLine(Consumer<Optional<String>> view, Optional<String> atStart) {
    this.view = view;
    this.atStart = atStart;
    view.accept(atStart);
  }

  /** One more that saves: it tells of its failure as a sentence, or of none, and takes away no other's. */
  public Consumer<Optional<String>> saver() {
    int mine = failures.size();
    failures.add(Optional.empty());
    return failure -> {
      failures.set(mine, failure);
      String all = failures.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
      view.accept(all.isEmpty() ? atStart : Optional.of(all));
    };
  }
}
