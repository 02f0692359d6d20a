package dev.grantscope.core.provider;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;

/** How well a token URL is attested, in words: what only the admin's own file claims is never said as if we knew it. */
public final class AttestationWords {
  private static final int LONGEST_VENDOR = 80;

  private AttestationWords() {}

  /**
   * One line of them.
   *
   * @param own whether it stands in the admin's own file
   */
  public static String of(Attestation attestation, String vendor, boolean own, Texts texts) {
    String said = texts.of("attestation", attestation, VisibleText.of(vendor, LONGEST_VENDOR));
    boolean claims = attestation == Attestation.DOCUMENTED || attestation == Attestation.SEEN || attestation == Attestation.REPORTED;
    return own && claims ? texts.get("attestation.claimed", said) : said;
  }
}
