package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.message.StatusLine;

/** Reads one answer, interim answers skipped, and keeps what came of it when it breaks off. */
final class ResponseReader {
  private static final int PIECE = 8192;
  /** How long silence must last, in ms, before the rest of what is no HTTP is given up. */
  private static final int SILENCE = 500;

  private final Socket socket;
  private final TappedInput input;
  private final WireLimits limits;
  private final SessionInputBufferImpl buffer;
  private final HeadReader head;
  private final MessageBody framing;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int interim;

  /**
   * Reads from the socket, through the tap.
   *
   * @param method the request's, which decides whether there is a body (RFC 9112 §6.3)
   */
  ResponseReader(Socket socket, TappedInput input, WireLimits limits, String method) {
    this.socket = socket;
    this.input = input;
    this.limits = limits;
    // ISO 8859-1 keeps every byte of a header as one character.
    this.buffer =
        new SessionInputBufferImpl(
            new BasicHttpTransportMetrics(), PIECE, PIECE, limits.headBytes() + 1, StandardCharsets.ISO_8859_1.newDecoder());
    this.head = new HeadReader(buffer, input, limits.headers());
    this.framing = new MessageBody(buffer, input, method, limits.headers());
    input.allow(limits.headBytes());
  }

  /** Waits for the first byte; false if the other side closed the connection instead. */
  boolean awaitFirstByte() throws IOException {
    return buffer.fillBuffer(input) > 0;
  }

  /**
   * Reads the answer to its end.
   *
   * @throws StepFailedException if it is no HTTP, too large or not whole
   */
  void read() throws IOException {
    try {
      readHead();
      readBody();
    } catch (StepFailedException e) {
      if (e.kind() == Kind.TOO_LARGE && head.statusLine() == null && !input.beginsLikeHttp()) {
        throw new StepFailedException(Kind.NOT_HTTP, "What came does not begin like an answer of HTTP/1.1.");
      }
      if (e.kind() == Kind.NOT_HTTP) {
        readOn(input, false);
      }
      throw e;
    }
  }

  private void readHead() throws IOException {
    while (true) {
      try {
        head.read();
      } catch (MessageConstraintException e) {
        throw tooLarge(limits.headBytes() + " bytes in one line");
      }
      StatusLine line = head.statusLine();
      // 101 is final: what follows it is another protocol (RFC 9110 §15.2.2).
      if (line == null || line.getStatusCode() >= 200 || line.getStatusCode() == 101) {
        return;
      }
      if (++interim > limits.interimAnswers()) {
        throw tooLarge(limits.interimAnswers() + " interim answers");
      }
    }
  }

  private void readBody() throws IOException {
    // Room for the framing of chunks; an answer that is little else is cut.
    input.allow(2L * limits.bodyBytes() + 64 * 1024);
    StatusLine line = head.statusLine();
    try {
      InputStream stream = framing.open(line == null ? 0 : line.getStatusCode(), head.headers());
      copy(stream);
      if (input.ended() && framing.isChunked() && !input.endsWithLineFeed()) {
        throw brokenOff();
      }
    } catch (MessageConstraintException e) {
      throw tooLarge("a chunk line or trailers above the limits");
    } catch (ConnectionClosedException e) {
      throw brokenOff();
    } catch (MalformedChunkCodingException e) {
      throw input.ended()
          ? brokenOff()
          : new StepFailedException(Kind.NOT_HTTP, "The chunks of the answer are not put as HTTP wants them.");
    } catch (StepFailedException e) {
      if (e.kind() == Kind.NOT_HTTP) {
        readOn(new IdentityInputStream(buffer, input), true);
      }
      throw e;
    }
  }

  private void copy(InputStream stream) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
      int room = limits.bodyBytes() - body.size();
      body.write(piece, 0, Math.min(count, room));
      if (count > room) {
        throw tooLarge(limits.bodyBytes() + " bytes of body");
      }
    }
  }

  /** Shows the rest of what is no HTTP too: up to the end, the limits or a silence, none of which changes what is wrong. */
  private void readOn(InputStream rest, boolean asBody) {
    try {
      socket.setSoTimeout(SILENCE);
      byte[] piece = new byte[PIECE];
      for (int count = rest.read(piece); count >= 0; count = rest.read(piece)) {
        if (asBody) {
          body.write(piece, 0, Math.min(count, limits.bodyBytes() - body.size()));
        }
      }
    } catch (IOException e) {
      // The failure that led here is the one to tell.
    }
  }

  /** Takes along what is already here although the answer has ended: a body after 204, or a second answer. */
  void readWhatIsHere() {
    try {
      input.allow(PIECE);
      int here = Math.min(PIECE, input.available());
      if (here > 0) {
        input.readNBytes(here);
      }
    } catch (IOException e) {
      // The answer is whole.
    }
  }

  /** Whether nothing but the end of the connection says that the answer has ended. */
  boolean endedByClose() {
    return input.ended();
  }

  /** Takes along what the other side said before it stopped listening. */
  void readAfterFailedSend() {
    try {
      socket.setSoTimeout(SILENCE);
      if (awaitFirstByte()) {
        read();
      }
    } catch (IOException e) {
      // Sending failed, and that is told.
    }
  }

  private StepFailedException tooLarge(String what) {
    return new StepFailedException(Kind.TOO_LARGE, "The answer was cut after " + what + ".");
  }

  private static StepFailedException brokenOff() {
    return new StepFailedException(Kind.TRUNCATED, "The connection was closed before the stated end of the answer.");
  }

  /** The final answer as far as it came; empty before its status line, and for interim answers. */
  Optional<WireResponse> soFar() {
    StatusLine line = head.statusLine();
    if (line == null || (line.getStatusCode() < 200 && line.getStatusCode() != 101)) {
      return Optional.empty();
    }
    return Optional.of(
        new WireResponse(
            line.getProtocolVersion().toString(),
            line.getStatusCode(),
            line.getReasonPhrase(),
            head.headers(),
            Bytes.of(body.toByteArray())));
  }
}
