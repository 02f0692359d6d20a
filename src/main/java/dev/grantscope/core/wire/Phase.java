package dev.grantscope.core.wire;

import java.util.Locale;

/** The steps of an exchange, in their order. */
public enum Phase {
  /** Name to addresses. */
  LOOKUP,
  /** TCP, to the server or to its proxy. */
  CONNECT,
  /** CONNECT through a proxy (RFC 9110 §9.3.6). */
  PROXY,
  /** The TLS handshake. */
  TLS,
  SEND,
  /** From the last byte sent to the first byte received. */
  WAIT,
  /** From the first byte received to the last. */
  RECEIVE;

  /** Its name in the JSON of the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
