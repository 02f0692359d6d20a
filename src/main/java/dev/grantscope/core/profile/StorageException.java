package dev.grantscope.core.profile;

/** Something could not be written. The message is one sentence of ours that may be shown; it names the folder, never a secret. */
public final class StorageException extends Exception {
  public StorageException(String message) {
    super(message);
  }
}
