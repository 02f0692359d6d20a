package dev.grantscope.core.diagnosis;

import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.wire.Endpoint;

/**
 * Another token URL of the same vendor, where the client may have been registered instead.
 *
 * @param provider the id of its provider, for the form
 * @param region its id there
 * @param label what people see
 * @param vendor whose documentation the attestation speaks of; empty for the practice tenant
 * @param own whether only the admin's own file says so
 */
public record OtherRegion(String provider, String region, String label, String vendor, Endpoint endpoint, Attestation attestation, boolean own) {
  /**
   * Whether anything better than hearsay says that the vendor issues tokens there; else a secret never goes there. The word of the
   * admin's own file is such, since it is a client of that file's vendor then: see {@link OtherRegions}.
   */
  public boolean isAllowed() {
    return attestation != Attestation.REPORTED && attestation != Attestation.UNKNOWN;
  }

  /** Host and path: where it is, in a few words. */
  public String place() {
    return endpoint.hostHeader() + endpoint.target();
  }
}
