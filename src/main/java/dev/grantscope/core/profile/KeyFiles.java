package dev.grantscope.core.profile;

import dev.grantscope.core.secret.Secret;

/** Port: reads the file of a private key. */
@FunctionalInterface
public interface KeyFiles {
  /** The text of the file; {@link Secret#NONE} when it cannot be read or is no such file. Blocks on the disk. */
  Secret read(String path);
}
