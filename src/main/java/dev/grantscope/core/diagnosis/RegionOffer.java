package dev.grantscope.core.diagnosis;

import java.util.List;

/** What only a yes of its own allows: the real secret at other token URLs of the vendor, at which a token endpoint has answered without it. */
public final class RegionOffer {
  private final Plan plan;
  private final Investigation investigation;
  private final List<Observation> rows;
  private final List<OtherRegion> regions;
  private final int mostWithSecret;

  RegionOffer(Plan plan, Investigation investigation, List<Observation> rows, List<OtherRegion> regions, int mostWithSecret) {
    this.plan = plan;
    this.investigation = investigation;
    this.rows = List.copyOf(rows);
    this.regions = List.copyOf(regions);
    this.mostWithSecret = mostWithSecret;
  }

  /** Where the secret would go, one after the other until one grants. */
  public List<OtherRegion> regions() {
    return regions;
  }

  /** How many more requests would carry it at most: what is left of the plan's. */
  public int mostWithSecret() {
    return mostWithSecret;
  }

  /** The plan that it follows on. */
  public Plan plan() {
    return plan;
  }

  Investigation investigation() {
    return investigation;
  }

  List<Observation> rows() {
    return rows;
  }
}
