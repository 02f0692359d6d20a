package dev.grantscope.core.provider;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who issues tokens, and the pattern of their token URLs.
 *
 * @param vendor whose documentation an attestation speaks of; empty where there is none
 * @param regionName what its regions are called, such as "Area"; empty where it has none
 * @param template the token URL with {@code {region}} in it, for regions that name no URL of their own
 * @param freeRegion whether a region that is not listed may be typed
 * @param discovery how more can be learned from the server itself
 * @param own whether the admin's own file names it, and all that is said of it is that file's word
 * @param placeholder what stands in the URL while no region is given, such as "{org}"
 */
public record Provider(
    String id,
    String name,
    String vendor,
    String regionName,
    Optional<String> template,
    boolean freeRegion,
    Discovery discovery,
    String placeholder,
    List<Region> regions,
    Attestation attestation,
    boolean own) {
  /** How a server can be asked about itself. */
  public enum Discovery {
    NONE,
    /** What is typed as its region is an issuer, whose metadata can be read. */
    ISSUER,
    /** Each region is an issuer of CXone, which can be asked for a tenant. */
    CXONE_TENANT
  }

  public Provider {
    regions = List.copyOf(regions);
  }

  /** The token URL for a region, listed or typed; empty when this provider does not say. */
  public Optional<String> tokenUrl(String regionId) {
    Optional<Region> region = region(regionId);
    Optional<String> own = region.flatMap(Region::url);
    if (own.isPresent()) {
      return own;
    }
    String value = region.flatMap(Region::value).orElse(regionId);
    return template.map(it -> it.replace("{region}", value.isEmpty() ? placeholder : value));
  }

  /** The listed region of this id, or of this value where somebody typed that. */
  public Optional<Region> region(String regionId) {
    return regions.stream()
        .filter(region -> region.id().equals(regionId) || region.value().equals(Optional.of(regionId)))
        .findFirst();
  }

  /** How well a region's URL is attested. What was typed keeps the provider's host only while it is one word of a host name. */
  public Attestation attestation(String regionId) {
    Optional<Region> region = region(regionId);
    if (region.isEmpty() && !regionId.matches("[A-Za-z0-9-]*")) {
      return Attestation.UNKNOWN;
    }
    return region.flatMap(Region::attestation).orElse(attestation);
  }
}
