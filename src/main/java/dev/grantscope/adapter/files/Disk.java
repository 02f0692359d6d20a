package dev.grantscope.adapter.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The writing steps that can fail, so that a test can make each of them fail. */
interface Disk {
  /** Creates this file for its owner only, with this content, and returns when it is on the disk. An older one is removed first. */
  void write(Path file, byte[] content) throws IOException;

  /** Puts a file in another's place at once. */
  void move(Path from, Path to) throws IOException;

  /** Returns when the folder's entries are on the disk. */
  void force(Path folder) throws IOException;

  /** The disk itself. */
  static Disk real() {
    return new Disk() {
      @Override
      public void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.file(file))) {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(true);
        }
      }

      @Override
      public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }

      @Override
      public void force(Path folder) throws IOException {
        // Windows opens no folders, and needs it not.
        if (isPosix(folder)) {
          try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
          }
        }
      }

      private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
      }
    };
  }
}
