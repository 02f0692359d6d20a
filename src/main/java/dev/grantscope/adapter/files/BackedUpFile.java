package dev.grantscope.adapter.files;

import dev.grantscope.adapter.files.Reading.State;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A file with its last good content beside it in {@code NAME.bak}. What was damaged or written by another program is moved or copied aside.
 *
 * @param <T> what it says
 */
final class BackedUpFile<T> {
  private final AtomicFile file;
  private final AtomicFile copy;
  private final Function<byte[], Optional<T>> understand;
  private final InstantSource clock;
  private final Set<AtomicFile> damaged = new LinkedHashSet<>();
  private byte[] lastRead = new byte[0];
  private byte[] lastGood = new byte[0];

  /**
   * One that was not read yet.
   *
   * @param understand what a content says; empty when it is damaged
   * @param clock names what is put aside
   */
  BackedUpFile(Path path, Disk disk, Function<byte[], Optional<T>> understand, InstantSource clock) {
    this.file = new AtomicFile(path, disk);
    this.copy = new AtomicFile(path.resolveSibling(path.getFileName() + ".bak"), disk);
    this.understand = understand;
    this.clock = clock;
  }

  Path path() {
    return file.path();
  }

  /** Begins anew with the file. */
  Reading<T> read() {
    file.removeLeftOvers();
    copy.removeLeftOvers();
    damaged.clear();
    lastGood = new byte[0];
    return read(file);
  }

  /** The last good content, where there is no file or none that says anything. */
  Reading<T> readCopy() {
    return read(copy);
  }

  private Reading<T> read(AtomicFile which) {
    try {
      lastRead = which.read();
    } catch (NoSuchFileException _) {
      return Reading.without(State.ABSENT);
    } catch (IOException _) {
      return Reading.without(State.UNREADABLE);
    }
    Optional<T> content = understand.apply(lastRead);
    if (content.isEmpty()) {
      damaged.add(which);
      return Reading.without(State.DAMAGED);
    }
    return new Reading<>(State.SOUND, content);
  }

  /** What was read last is good: it is what the next save keeps. */
  void accept() {
    lastGood = lastRead;
  }

  boolean isDamaged() {
    return !damaged.isEmpty();
  }

  /** Moves what was damaged out of the way; says what cannot be moved, which stays. */
  Optional<Path> setAside() {
    damaged.removeIf(it -> it.setAside(clock.instant()));
    return damaged.stream().map(AtomicFile::path).findFirst();
  }

  /** Puts the copy, as it was read last, in the file's place. */
  void restore() throws IOException {
    file.replace(lastRead);
  }

  /** Reads what is there now; whether another program wrote that. One that is gone is as we left it. */
  boolean isChanged() throws IOException {
    try {
      lastRead = file.read();
    } catch (NoSuchFileException _) {
      lastRead = lastGood;
    }
    return !Arrays.equals(lastRead, lastGood);
  }

  /** What was read last, when it can be understood. */
  Optional<T> lastRead() {
    return understand.apply(lastRead);
  }

  /** Keeps what was read last, since we are about to write over it. */
  void keepBeside() throws IOException {
    file.keepBeside(lastRead, clock.instant());
  }

  void write(byte[] content) throws IOException {
    if (lastGood.length > 0) {
      copy.replace(lastGood);
    }
    file.replace(content);
    lastGood = content;
  }
}
