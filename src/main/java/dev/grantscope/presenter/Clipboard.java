package dev.grantscope.presenter;

/** Port: the clipboard of the desktop. */
public interface Clipboard {
  void put(String text);

  /** Marks it as a secret for clipboard managers, and takes it back after a while if it is still there. */
  void putSecret(String text);
}
