package dev.grantscope.presenter;

import dev.grantscope.core.discovery.MetadataFit;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeProblem;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Scope card: the text, each scope as a chip with its problem, and what is sent of it. */
public final class ScopePresenter implements WorkbenchListener {
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

  public ScopePresenter(View view, Workbench workbench, Discoveries discoveries, Texts texts) {
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
    Map<String, String> otherCase = otherCase(scopes);
    view.showChips(
        scopes.asSet().stream()
            .map(scope -> new Chip(scope, problem(scopes, scope).or(() -> Optional.ofNullable(otherCase.get(scope)).map(this::otherCase))))
            .toList());
    view.showCount(
        scopes.isEmpty()
            ? texts.get("scope.count.none")
            : texts.get("scope.count", scopes.asSet().size(), scopes.problems().size() + otherCase.size()));
    view.showSentAs(
        scopes.isEmpty()
            ? texts.get("scope.notSent")
            : texts.get("scope.sentAs", "scope=" + URLEncoder.encode(scopes.parameterValue(), StandardCharsets.UTF_8)));
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

  private Optional<String> problem(ScopeSet scopes, String scope) {
    return scopes.problems().stream()
        .filter(problem -> scopeAt(scopes.raw(), problem.start()).equals(scope))
        .findFirst()
        .map(
            problem ->
                texts.of("scope.problem", problem.kind(), codePoint(problem), Integer.toString(problem.start() + 1)));
  }

  private static String codePoint(ScopeProblem problem) {
    return String.format(Locale.ROOT, "U+%04X", problem.text().codePointAt(0));
  }

  private static String scopeAt(String raw, int position) {
    int start = position;
    while (start > 0 && !Character.isWhitespace(raw.charAt(start - 1))) {
      start--;
    }
    int end = position;
    while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) {
      end++;
    }
    return raw.substring(start, end);
  }
}
