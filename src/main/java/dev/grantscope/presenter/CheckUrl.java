package dev.grantscope.presenter;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.ServerUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where something is asked about the token of the chosen profile: what the admin typed, else the first that a server named and that can stand in a field. */
final class CheckUrl {
  private static final int LONGEST_SHOWN = 80;

  private final Workbench workbench;
  private final Supplier<Stream<String>> named;
  private final Map<UUID, String> typed = new HashMap<>();

  /**
   * One that nobody typed yet.
   *
   * @param named what servers say of it, the best first
   */
  CheckUrl(Workbench workbench, Supplier<Stream<String>> named) {
    this.workbench = workbench;
    this.named = named;
  }

  void onTyped(String url) {
    typed.put(workbench.selected().id(), url);
  }

  String text() {
    return Optional.ofNullable(typed.get(workbench.selected().id())).or(() -> named.get().filter(ServerUrl::isPlain).findFirst()).orElse("");
  }

  Optional<Endpoint> endpoint() {
    return Endpoint.ifValid(text());
  }

  /** What is wrong with it, or with what a server named. */
  Optional<Notice> problem(Texts texts) {
    if (text().isEmpty()) {
      return named
          .get()
          .findFirst()
          .filter(it -> !ServerUrl.isPlain(it))
          .map(it -> new Notice(Tone.ATTENTION, texts.get("check.url.odd", VisibleText.of(it, LONGEST_SHOWN))));
    }
    return endpoint().isPresent() ? Optional.empty() : Optional.of(new Notice(Tone.ATTENTION, texts.get("check.url.bad")));
  }
}
