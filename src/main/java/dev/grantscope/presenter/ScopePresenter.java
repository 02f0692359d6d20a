package dev.grantscope.presenter;

import dev.grantscope.core.discovery.MetadataFit;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeProblem;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Scope card: the text, each scope as a chip with its problem, and what is sent of it. */
public final class ScopePresenter implements WorkbenchListener {
  private static final int MOST_SHOWN = 2_000;

  private final View view;
  private final Workbench workbench;
  private final Texts texts;
  private final FieldMessages messages;
  private final Discoveries discoveries;

  /** What the card can show. */
  public interface View {
    void showScope(String text);

    void showChips(List<Chip> chips);

    /** How many scopes and warnings. */
    void showCount(String count);

    void showSentAs(String sentAs);

    void showProblem(Optional<String> problem);
  }

  /** One scope; with what is wrong with it, if anything is. */
  public record Chip(String scope, Optional<String> problem) {}

  ScopePresenter(View view, Workbench workbench, Discoveries discoveries, Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.texts = texts;
    this.messages = new FieldMessages(texts);
    this.discoveries = discoveries;
    workbench.addListener(this);
    discoveries.addListener(this::onDraft);
    onSelected();
  }

  public void onScopeEdited(String text) {
    workbench.edit(draft -> draft.withScope(text));
  }

  @Override
  public void onSelected() {
    onDraft();
    onProblems();
  }

  @Override
  public void onDraft() {
    ScopeSet scopes = ScopeSet.parse(workbench.draft().scope());
    view.showScope(scopes.raw());
    Map<String, ScopeProblem> wrong = firstProblems(scopes);
    Map<String, String> otherCase = otherCase(scopes);
    view.showChips(
        scopes.asSet().stream()
            .map(scope -> new Chip(scope, Optional.ofNullable(wrong.get(scope)).map(this::problem).or(() -> Optional.ofNullable(otherCase.get(scope)).map(this::otherCase))))
            .toList());
    view.showCount(count(scopes, scopes.problems().size() + otherCase.size()));
    view.showSentAs(
        scopes.isEmpty()
            ? texts.get("scope.notSent")
            : texts.get("scope.sentAs", "scope=" + start(URLEncoder.encode(scopes.parameterValue(), StandardCharsets.UTF_8))));
  }

  private String count(ScopeSet scopes, int warnings) {
    if (scopes.isEmpty()) {
      return texts.get("scope.count.none");
    }
    int asked = scopes.asSet().size();
    return warnings == 0 ? texts.get("scope.count", asked) : texts.get("scope.count.warnings", asked, warnings);
  }

  @Override
  public void onProblems() {
    view.showProblem(messages.first(workbench.problems(), Field.SCOPE));
  }

  /** Scopes that the server's metadata has in another case, with the spelling there; none while no metadata is known. */
  private Map<String, String> otherCase(ScopeSet scopes) {
    return discoveries
        .metadata()
        .map(it -> new MetadataFit(it).scopes(scopes))
        .orElse(List.of())
        .stream()
        .filter(it -> it.advertisedAs().isPresent())
        .collect(Collectors.toMap(MetadataFit.ScopeFit::scope, it -> it.advertisedAs().orElseThrow()));
  }

  private String otherCase(String advertised) {
    return texts.get("scope.problem.otherCase", VisibleText.of(advertised, 80));
  }

  private String problem(ScopeProblem problem) {
    return texts.of("scope.problem", problem.kind(), codePoint(problem), Integer.toString(problem.start() + 1));
  }

  /** Of each scope the first, in one walk: a long text may have a problem at each place. */
  private static Map<String, ScopeProblem> firstProblems(ScopeSet scopes) {
    Map<String, ScopeProblem> first = new HashMap<>();
    int end = 0;
    for (ScopeProblem problem : scopes.problems()) {
      if (problem.start() >= end) {
        int start = start(scopes.raw(), problem.start());
        end = end(scopes.raw(), problem.start());
        first.putIfAbsent(scopes.raw().substring(start, end), problem);
      }
    }
    return first;
  }

  /** A line of more is nothing to read; the Request tab has all of it. */
  private static String start(String encoded) {
    return encoded.length() <= MOST_SHOWN ? encoded : encoded.substring(0, MOST_SHOWN) + "…";
  }

  private static String codePoint(ScopeProblem problem) {
    return String.format(Locale.ROOT, "U+%04X", problem.text().codePointAt(0));
  }

  private static int start(String raw, int position) {
    int start = position;
    while (start > 0 && !Character.isWhitespace(raw.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int end(String raw, int position) {
    int end = position;
    while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) {
      end++;
    }
    return end;
  }
}
