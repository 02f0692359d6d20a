package dev.grantscope.core.wire;

/**
 * The CONNECT with a proxy, a conversation of its own and never the server's.
 *
 * @param sent exact bytes; they hold the proxy's credentials, never the client's
 * @param received exact bytes of the proxy's answer
 * @param status its status, or 0 when the answer was no HTTP
 */
public record ProxyHop(String proxy, Bytes sent, Bytes received, int status) {}
