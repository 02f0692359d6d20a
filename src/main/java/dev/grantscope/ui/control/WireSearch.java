package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawMatches;
import dev.grantscope.core.render.RawText;
import dev.grantscope.presenter.Background;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a text, and which match is the current one. Looks for it off the UI thread, one search at a time: while one runs the
 * latest query waits and the others are forgotten, so that no result is ever that of an earlier query.
 */
final class WireSearch {
  private final Background background;
  private final Runnable onFound;
  private @Nullable Query wanted;
  private boolean running;
  private boolean pending;
  private int steps;
  private RawMatches matches = RawMatches.NONE;
  private int current = -1;

  private record Query(RawText text, String words, boolean ignoreCase, int from) {}

  /** Runs the action on the UI thread whenever there is something else to show. */
  WireSearch(Background background, Runnable onFound) {
    this.background = background;
    this.onFound = onFound;
  }

  RawMatches matches() {
    return matches;
  }

  /** The index of the current match, or -1. */
  int current() {
    return current;
  }

  /** Looks for this; of the matches the first that ends behind {@code from} becomes the current one, else the first. */
  void find(RawText text, String words, boolean ignoreCase, int from) {
    wanted = new Query(text, words, ignoreCase, pending && wanted != null && wanted.text() == text ? wanted.from() : from);
    pending = true;
    steps = 0;
    next();
  }

  /** Goes on by so many matches, round the ends; once they are found, when they are still looked for. */
  void step(int by) {
    if (pending) {
      steps += by;
    } else if (matches.count() > 0) {
      current = Math.floorMod(current + by, matches.count());
      onFound.run();
    }
  }

  /** Forgets what was found, and what was to be. */
  void clear() {
    wanted = null;
    show(RawMatches.NONE, -1);
  }

  private void next() {
    Query query = wanted;
    if (query != null && !running) {
      running = true;
      background.run(
          () -> query.text().find(query.words(), query.ignoreCase()), found -> done(query, found), _ -> done(query, RawMatches.NONE));
    }
  }

  @SuppressWarnings("ReferenceEquality") // The same words asked for again are another query.
  private void done(Query query, RawMatches found) {
    running = false;
    if (query == wanted) {
      int first = found.firstEndingAfter(query.from());
      show(found, found.count() == 0 ? -1 : Math.floorMod(first + steps, found.count()));
      onFound.run();
    } else {
      next();
    }
  }

  private void show(RawMatches found, int which) {
    pending = false;
    steps = 0;
    matches = found;
    current = which;
  }
}
