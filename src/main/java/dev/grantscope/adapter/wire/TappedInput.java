package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Passes on what comes and keeps every byte of it, up to a limit that can be moved. */
final class TappedInput extends InputStream {
  private final InputStream source;
  private final int mostAtOnce;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long limit;
  private boolean ended;

  /**
   * Taps a stream.
   *
   * @param mostAtOnce the most bytes that are read ahead of those who ask; 1 where another protocol may follow
   */
  TappedInput(InputStream source, int mostAtOnce) {
    this.source = source;
    this.mostAtOnce = mostAtOnce;
  }

  /** Lets this many more bytes come; after them, reading fails with {@link Kind#TOO_LARGE}. */
  void allow(long more) {
    limit = kept.size() + more;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long room = limit - kept.size();
    if (room <= 0 && length > 0) {
      throw new StepFailedException(Kind.TOO_LARGE, "The answer was cut after " + kept.size() + " bytes.");
    }
    int count = source.read(buffer, offset, (int) Math.min(Math.min(length, mostAtOnce), room));
    if (count > 0) {
      kept.write(buffer, offset, count);
    }
    ended |= count < 0;
    return count;
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  /** Whether the end was read. */
  boolean ended() {
    return ended;
  }

  /** Everything that came. */
  Bytes bytes() {
    return Bytes.of(kept.toByteArray());
  }

  /** Whether the first bytes are, as far as they came, those of a status line (RFC 9112 §4). */
  boolean beginsLikeHttp() {
    byte[] name = {'H', 'T', 'T', 'P', '/'};
    byte[] came = kept.toByteArray();
    int length = Math.min(came.length, name.length);
    return Arrays.equals(came, 0, length, name, 0, length);
  }

  boolean endsWithLineFeed() {
    byte[] came = kept.toByteArray();
    return came.length > 0 && came[came.length - 1] == '\n';
  }
}
