package dev.grantscope.presenter;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.verdict.Tone;
import java.util.List;
import java.util.Optional;

/** Something that is looked for without credentials, laid over the window: what is asked or was found, row by row, and the wire of a row. */
public interface FinderView {
  /** One line of what is asked, or of what was found. */
  record Row(Tone tone, String name, String value, String meaning, String time) {}

  /** A scope that can be asked for, and whether it is to be. */
  record Offer(String scope, boolean wanted) {}

  /** Lays it over the window. */
  void open(String title);

  /** Takes it away. */
  void close();

  /** Where things stand, in a sentence. */
  void showHead(Notice head);

  /** The field for a tenant id; empty where there is none. */
  void showTenant(Optional<String> tenantId, Optional<String> problem);

  void showRows(List<Row> rows, int chosen);

  /** Scopes to choose from; none: nothing is offered. */
  void showScopes(List<Offer> offers);

  /**
   * What can be done now.
   *
   * @param ask the button that sends something; empty while it cannot
   * @param use the button that fills the form; empty while there is nothing to fill in
   */
  void showActions(boolean running, Optional<String> ask, Optional<String> use);

  /** The bytes of the chosen row; empty text: it has none. */
  void showWire(RawText text, String info);

  /** What can be done with it. */
  interface Actions {
    void onAsk();

    void onUse();

    void onRow(int index);

    void onTenant(String tenantId);

    /** Copies rows of the wire. */
    void onCopy(String text);

    void onScope(String scope, boolean wanted);

    /** Ends what is running. */
    void onCancel();
  }
}
