package dev.grantscope.presenter;

/** Hears what changes in the {@link Workbench}, on the UI thread. */
public interface WorkbenchListener {
  /** Another profile was chosen, or the whole form was replaced. */
  default void onSelected() {}

  /** The text of the form changed, by whatever hand. */
  default void onDraft() {}

  /** The list changed: a profile more or less, a name, a sign. */
  default void onProfiles() {}

  /** What is wrong with the form changed. */
  default void onProblems() {}

  /** A secret came, went, or is kept elsewhere. */
  default void onSecret() {}

  /** The settings changed. */
  default void onSettings() {}

  /** The chosen profile has another result, or a run began or ended. */
  default void onResult() {}

  /** The Request and Response tabs are to show another exchange. */
  default void onInspected() {}
}
