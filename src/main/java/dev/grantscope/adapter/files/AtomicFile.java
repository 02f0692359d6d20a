package dev.grantscope.adapter.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A file that is replaced at once and whole: after a crash at any point it has its old or its new content. For its owner only. */
final class AtomicFile {
  /** Virus scanners and indexers on Windows hold a file for a moment, and then it cannot be replaced. */
  private static final int ATTEMPTS = 20;

  private static final long PAUSE_MS = 25;

  /** Twenty times what ten thousand profiles take. */
  private static final long LARGEST = 64L * 1024 * 1024;

  private static final String OTHER = ".other-";

  private static final int MOST_BESIDE = 5;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path file;
  private final Disk disk;

  AtomicFile(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  Path path() {
    return file;
  }

  /** Its content. What is no file, such as a pipe that never ends, or is far larger than anything that we write, is not read. */
  byte[] read() throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    if (!facts.isRegularFile() || facts.size() > LARGEST) {
      throw new FileSystemException(file.toString(), null, "not a file of ours");
    }
    return Files.readAllBytes(file);
  }

  void replace(byte[] content) throws IOException {
    Path target = target();
    Path fresh = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    try {
      disk.write(fresh, content);
      move(fresh, target);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    disk.force(folderOf(target));
  }

  /** Who keeps a link here to a file elsewhere keeps the link. */
  private Path target() throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  private void move(Path from, Path to) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        disk.move(from, to);
        return;
      } catch (AccessDeniedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
      }
    }
  }

  /** Moves it out of the way, under a name that says when; false when that was not possible, and it stays. */
  boolean setAside(Instant now) {
    try {
      Files.move(file, free(".corrupt-", now));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Keeps this content, which another program wrote here, beside it under a name that says when. The newest few of these are kept: a program
   * that writes the file again and again must not fill the disk. One with this very content is enough.
   */
  void keepBeside(byte[] content, Instant now) throws IOException {
    List<Path> kept = keptBeside();
    for (Path one : kept) {
      if (Files.size(one) == content.length && Arrays.equals(Files.readAllBytes(one), content)) {
        return;
      }
    }
    disk.write(free(OTHER, now), content);
    for (Path old : kept.subList(0, Math.max(0, kept.size() + 1 - MOST_BESIDE))) {
      Files.deleteIfExists(old);
    }
  }

  /** What was kept beside it and bears a name of ours, the oldest first. */
  private List<Path> keptBeside() throws IOException {
    Pattern ours = Pattern.compile(Pattern.quote(file.getFileName() + OTHER) + "[0-9]{8}-[0-9]{6}(-[0-9]{1,2})?");
    Map<Path, FileTime> kept = new LinkedHashMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folderOf(file))) {
      for (Path path : all) {
        if (ours.matcher(String.valueOf(path.getFileName())).matches() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          kept.put(path, Files.getLastModifiedTime(path));
        }
      }
    }
    return kept.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
  }

  private Path free(String word, Instant now) throws IOException {
    for (int number = 1; number < 100; number++) {
      Path beside = file.resolveSibling(file.getFileName() + word + TIME.format(now) + (number == 1 ? "" : "-" + number));
      if (!Files.exists(beside)) {
        return beside;
      }
    }
    throw new FileAlreadyExistsException(file.toString());
  }

  /** Removes what processes left that were killed while they wrote. */
  void removeLeftOvers() {
    try {
      Path target = target();
      removeLeftOvers(folderOf(target), target.getFileName() + ".");
    } catch (IOException _) {
      // They are in nobody's way.
    }
  }

  private static void removeLeftOvers(Path folder, String start) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, it -> String.valueOf(it.getFileName()).startsWith(start))) {
      for (Path path : left) {
        String name = String.valueOf(path.getFileName());
        String pid = name.endsWith(".new") && name.length() > start.length() + 4 ? name.substring(start.length(), name.length() - 4) : "";
        if (pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private static Path folderOf(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path : folder;
  }
}
