package dev.grantscope.core.wire;

/** A URL that no request is sent to, with the place of the fault. The message does not repeat the URL, which may hold a secret. */
public final class EndpointException extends Exception {
  /** What is wrong with it. */
  public enum Problem {
    EMPTY,
    /** {@code {{org_name}}}, {@code {org}}, {@code <org>} or the like was left in. */
    PLACEHOLDER,
    /** White space, a control or an invisible character. */
    ILLEGAL_CHARACTER,
    /** Neither http nor https. */
    SCHEME,
    /** No host, or one that cannot be a host name. */
    HOST,
    PORT,
    /** {@code https://id:secret@host}: credentials do not belong in a URL. */
    USER_INFO,
    /** {@code ?client_secret=…}: RFC 6749 §2.3.1 forbids credentials in the URL. */
    SECRET_IN_QUERY,
    /** RFC 6749 §3.2: no fragment. */
    FRAGMENT,
    /** http to a host that is not this machine: the secret would travel in clear. */
    PLAIN_HTTP
  }

  private final Problem problem;
  private final int start;
  private final int end;

  EndpointException(Problem problem, int start, int end) {
    super(problem.name());
    this.problem = problem;
    this.start = start;
    this.end = end;
  }

  public Problem problem() {
    return problem;
  }

  /** Where the fault begins in the text, in UTF-16 units. */
  public int start() {
    return start;
  }

  /** Where it ends, exclusive. */
  public int end() {
    return end;
  }
}
