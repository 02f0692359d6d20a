package dev.grantscope.core.profile;

/**
 * Where the private key of a client is; the key itself is in no profile.
 *
 * @param path as typed or chosen
 * @param keyId the {@code kid} that the server knows it by; empty for none
 */
public record KeyFile(String path, String keyId) {
  public static final KeyFile NONE = new KeyFile("", "");

  public KeyFile withPath(String newPath) {
    return new KeyFile(newPath, keyId);
  }

  public KeyFile withKeyId(String newKeyId) {
    return new KeyFile(path, newKeyId);
  }
}
