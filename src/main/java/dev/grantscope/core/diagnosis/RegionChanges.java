package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import java.util.List;
import java.util.Optional;

/** The same request at other token URLs of the vendor: first bare, to see whether anybody is there, then as it is. */
final class RegionChanges {
  private final ExperimentMaker make;
  private final List<OtherRegion> regions;

  RegionChanges(ExperimentMaker make, List<OtherRegion> regions) {
    this.make = make;
    this.regions = regions;
  }

  /** Nothing of the form goes with these: no credentials, no header, no parameter. */
  List<Experiment> bare() {
    return regions.stream()
        .map(it -> make.of(Probe.REGION_BARE, it.place(), bare(it.endpoint()), Cause.UNKNOWN, Optional.empty()))
        .toList();
  }

  static GrantRequest bare(Endpoint endpoint) {
    return new GrantRequest(
        endpoint,
        new GrantType(MadeUp.GRANT_TYPE),
        ClientAuthentication.of(ClientAuthenticationMethod.NONE, "", Secret.NONE),
        BodyFormat.FORM,
        ScopeSet.EMPTY,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** Those of the allow list at which a token endpoint answered the bare request. */
  List<OtherRegion> live(Observations seen) {
    return regions.stream()
        .filter(OtherRegion::isAllowed)
        .filter(
            it ->
                seen.each(Probe.REGION_BARE).stream()
                    .anyMatch(row -> row.experiment().subject().equals(it.place()) && row.speaksOAuth() && !StopSign.in(row)))
        .toList();
  }

  /** The real request there. */
  Experiment at(OtherRegion region) {
    if (!region.isAllowed()) {
      throw new IllegalArgumentException("No secret goes to a host that nothing but hearsay speaks for");
    }
    return make.variation(
        Probe.REGION,
        region.place(),
        Cause.REGION_WRONG,
        make.label("fix.region", region.label()),
        form -> form.with(it -> it.withProvider(region.provider(), region.region(), region.endpoint().text())));
  }
}
