package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.Set;

/**
 * The one instance that a user's window has: a lock on a file, which ends with the process however that ends.
 *
 * <p>A second start finds it locked and leaves a request, a file beside it; the first watches for that and shows its window. Acquire it
 * once in a process: on Unix a second attempt there would give up the first one's lock.
 */
public final class SingleInstance implements AutoCloseable {
  private final FileChannel channel;
  private final WatchService watch;
  private final Path request;
  private final Runnable onShowRequest;

  private SingleInstance(FileChannel channel, WatchService watch, Path request, Runnable onShowRequest) {
    this.channel = channel;
    this.watch = watch;
    this.request = request;
    this.onShowRequest = onShowRequest;
  }

  /**
   * Becomes the one instance, or finds that there is one.
   *
   * @param stateFolder must be there
   * @param onShowRequest called on a thread of its own whenever a second start asks for the window
   * @throws StorageException when the folder cannot be used; a window without the lock is better than none
   */
  public static Optional<SingleInstance> acquire(Path stateFolder, Runnable onShowRequest) throws StorageException {
    try {
      Path lockFile = stateFolder.resolve("instance.lock");
      FileChannel channel =
          FileChannel.open(
              lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(lockFile));
      if (!locks(channel)) {
        channel.close();
        return Optional.empty();
      }
      WatchService watch = stateFolder.getFileSystem().newWatchService();
      stateFolder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      SingleInstance instance = new SingleInstance(channel, watch, request(stateFolder), onShowRequest);
      Thread.ofPlatform().daemon().name("show-requests").start(instance::watch);
      return Optional.of(instance);
    } catch (IOException _) {
      throw new StorageException("The folder " + stateFolder + " could not be used to find out whether GrantScope runs already.");
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /**
   * Asks the instance that has the lock for its window.
   *
   * @return whether the request could be left
   */
  public static boolean ask(Path stateFolder) {
    try {
      Disk.real().write(request(stateFolder), new byte[0]);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Path request(Path stateFolder) {
    return stateFolder.resolve("show-request");
  }

  private void watch() {
    try {
      while (true) {
        // First, since a request may have come between the lock and the watch.
        if (Files.deleteIfExists(request)) {
          onShowRequest.run();
        }
        WatchKey key = watch.take();
        key.pollEvents();
        key.reset();
      }
    } catch (InterruptedException | ClosedWatchServiceException | IOException _) {
      // Closed, or the folder is gone: nobody can ask any more.
    }
  }

  /** Gives up the lock; the next start will be the one instance. */
  @Override
  public void close() {
    try (channel) {
      watch.close();
    } catch (IOException _) {
      // The process ends, and the lock with it.
    }
  }
}
