package dev.grantscope.core.provider;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;

/**
 * Why an entry of a provider file is not used.
 *
 * @param entry its id, or its place such as "3" where it has none that can be shown; empty for the file as a whole
 * @param detail the member or region it is about
 */
public record ProviderProblem(String entry, Kind kind, String detail) {
  /** In words that can be shown; what the file says is made visible and shortened. */
  public String sentence(Texts texts) {
    return texts.of("providers.problem", kind, VisibleText.of(entry, 64), VisibleText.of(detail, 120));
  }

  /** What is wrong. */
  public enum Kind {
    /** The file cannot be read, or is no JSON object with a list {@code providers}. */
    FILE,
    /** No id, or one with other characters than a to z, 0 to 9 and hyphens. */
    ID,
    /** The id of the practice tenant or of any OAuth server, which stay what they are. */
    RESERVED,
    TWICE,
    /** A member that is not there or of the wrong type. */
    MEMBER,
    /** A member that no entry has: a slip of the key would go unnoticed. */
    UNKNOWN_MEMBER,
    ATTESTATION,
    DISCOVERY,
    /** A URL that no secret may be sent to. */
    URL,
    /** A template without {@code {region}}. */
    TEMPLATE,
    /** A region without a URL, and no template to make one from. */
    REGION_URL
  }
}
