package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.wire.Endpoint;
import java.util.List;
import java.util.Optional;

/** The requests that a diagnosis of this form may send. Each differs from the form's own in one thing. */
final class Experiments {
  private final ExperimentMaker make;
  private final ScopeSet scope;
  private final Controls controls;
  private final CredentialChanges credentials;
  private final ScopeChanges scopes;
  private final AudienceChanges audiences;
  private final RegionChanges regions;

  /**
   * For a form that can be sent.
   *
   * @throws java.util.NoSuchElementException when it cannot
   */
  Experiments(Form form, List<OtherRegion> others, Words words, MadeUp madeUp) {
    this.make = new ExperimentMaker(form, words);
    this.scope = form.request().orElseThrow().scope();
    this.controls = new Controls(make, madeUp);
    this.credentials = new CredentialChanges(make);
    this.scopes = new ScopeChanges(make, scope);
    this.audiences = new AudienceChanges(make, scope, VendorAudience.builtIn());
    this.regions = new RegionChanges(make, others);
  }

  Controls controls() {
    return controls;
  }

  CredentialChanges credentials() {
    return credentials;
  }

  ScopeChanges scopes() {
    return scopes;
  }

  AudienceChanges audiences() {
    return audiences;
  }

  RegionChanges regions() {
    return regions;
  }

  ScopeSet scope() {
    return scope;
  }

  /** Whether a user's name and password go with the client's credentials. */
  boolean isForUser() {
    return make.form().request().orElseThrow().owner().isPresent();
  }

  boolean isPublic() {
    return make.isPublic();
  }

  Experiment baseline() {
    return make.compared(Probe.BASELINE, "", make.form());
  }

  /** What was sent before, once more. */
  Experiment again(Experiment experiment, Probe probe) {
    return again(experiment, probe, 1);
  }

  Experiment again(Experiment experiment, Probe probe, int time) {
    return make.as(experiment, probe, time);
  }

  /** Where the server may publish what it is, with nothing of the form. */
  List<Experiment> metadata() {
    return MetadataPlaces.of(endpoint()).stream()
        .map(it -> make.of(Probe.METADATA, it.hostHeader() + it.target(), RegionChanges.bare(it), Cause.UNKNOWN, Optional.empty()))
        .toList();
  }

  private Endpoint endpoint() {
    return make.form().request().orElseThrow().endpoint();
  }

  Experiment otherBody() {
    BodyFormat other = bodyIsJson() ? BodyFormat.FORM : BodyFormat.JSON;
    return make.variation(
        Probe.BODY_FORMAT,
        other.wireName(),
        Cause.BODY_FORMAT,
        make.label("fix.body." + other.name()),
        it -> it.with(draft -> draft.withBodyFormat(other)));
  }

  ClientAuthenticationMethod authentication() {
    return make.form().draft().authentication();
  }

  boolean bodyIsJson() {
    return make.form().draft().bodyFormat() == BodyFormat.JSON;
  }
}
