package dev.grantscope.adapter.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.util.Arrays;

/**
 * The TCP connection below TLS. It remembers how what came from the other side began and whether it ended, which the TLS layer keeps to
 * itself: an end without close_notify (RFC 8446 §6.1) looks to its reader like a proper one.
 */
class RawSocket extends Socket {
  private final byte[] beginning = new byte[11];
  private int begun;
  private boolean ended;

  RawSocket() {
    // Not the process-wide SOCKS proxy either: the only proxy is the one in the settings.
    super(Proxy.NO_PROXY);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
          int kept = Math.min(count, beginning.length - begun);
          System.arraycopy(buffer, offset, beginning, begun, kept);
          begun += kept;
        }
        ended |= count < 0;
        return count;
      }
    };
  }

  /** Forgets what came before, a proxy's answer. */
  void forgetBeginning() {
    begun = 0;
  }

  /** The first bytes, at most eleven: a record header and the beginning of a ServerHello. */
  byte[] beginning() {
    return Arrays.copyOf(beginning, begun);
  }

  /** Whether the other side closed the TCP connection, as far as it was read. */
  boolean ended() {
    return ended;
  }
}
