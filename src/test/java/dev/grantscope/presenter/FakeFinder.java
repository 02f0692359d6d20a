package dev.grantscope.presenter;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.verdict.Tone;
import java.util.List;
import java.util.Optional;

/** What the admin would see of a finder, in fields. */
final class FakeFinder implements FinderView {
  String title = "";
  boolean open;
  Notice head = new Notice(Tone.QUIET, "");
  Optional<String> tenant = Optional.empty();
  Optional<String> tenantProblem = Optional.empty();
  List<Row> rows = List.of();
  int chosen = -1;
  List<Offer> offers = List.of();
  boolean running;
  Optional<String> ask = Optional.empty();
  Optional<String> use = Optional.empty();
  String wire = "";

  @Override
  public void open(String text) {
    title = text;
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public void showHead(Notice notice) {
    head = notice;
  }

  @Override
  public void showTenant(Optional<String> tenantId, Optional<String> problem) {
    tenant = tenantId;
    tenantProblem = problem;
  }

  @Override
  public void showRows(List<Row> shown, int index) {
    rows = shown;
    chosen = index;
  }

  @Override
  public void showScopes(List<Offer> shown) {
    offers = shown;
  }

  @Override
  public void showActions(boolean isRunning, Optional<String> askText, Optional<String> useText) {
    running = isRunning;
    ask = askText;
    use = useText;
  }

  @Override
  public void showWire(RawText text, String info) {
    wire = text.source();
  }
}
