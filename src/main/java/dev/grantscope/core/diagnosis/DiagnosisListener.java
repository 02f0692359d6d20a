package dev.grantscope.core.diagnosis;

/** Hears of each experiment, on the thread that runs it; it must not block. */
public interface DiagnosisListener {
  /** Hears nothing. */
  DiagnosisListener NONE = new DiagnosisListener() {};

  /** An experiment begins. */
  default void onBegin(Experiment experiment) {}

  /** One has ended: a row for the table. */
  default void onEnd(Observation observation) {}
}
