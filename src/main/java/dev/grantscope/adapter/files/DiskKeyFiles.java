package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.KeyFiles;
import dev.grantscope.core.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads key files from the disk; what is longer than any key is none. */
public final class DiskKeyFiles implements KeyFiles {
  private static final int LONGEST = 64 * 1024;

  @Override
  public Secret read(String path) {
    try {
      Path file = Path.of(path.strip());
      if (path.isBlank() || !Files.isRegularFile(file)) {
        return Secret.NONE;
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        return bytes.length > LONGEST ? Secret.NONE : Secret.of(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException | InvalidPathException e) {
      return Secret.NONE;
    }
  }
}
