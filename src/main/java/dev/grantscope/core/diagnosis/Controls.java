package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The requests that a failure is compared with: without credentials, with made-up ones, with a made-up grant type. */
final class Controls {
  private final ExperimentMaker make;
  private final Form form;
  private final Form otherClient;
  private final Form otherSecret;

  Controls(ExperimentMaker make, MadeUp madeUp) {
    this.make = make;
    this.form = make.form();
    Secret secret = Secret.of(madeUp.like(form.secret()));
    Secret password = form.secrets().password().isEmpty() ? Secret.NONE : Secret.of(madeUp.like(form.secrets().password().reveal()));
    // A wrong password could lock a real user out, so the user is made up too.
    UnaryOperator<ProfileDraft> otherUser = draft -> draft.withUsername(draft.username().isEmpty() ? "" : madeUp.like(draft.username()));
    otherSecret = new Form(otherUser.apply(form.draft()), new Secrets(secret, password));
    otherClient =
        otherSecret.with(
            draft ->
                draft
                    .withClientId(madeUp.like(draft.clientId()))
                    .withAuthentication(
                        draft.authentication() == ClientAuthenticationMethod.NONE ? ClientAuthenticationMethod.BASIC : draft.authentication()));
  }

  Experiment noCredentials() {
    GrantRequest request = form.request().orElseThrow();
    GrantRequest bare =
        new GrantRequest(
            request.endpoint(),
            new GrantType(MadeUp.GRANT_TYPE),
            ClientAuthentication.of(ClientAuthenticationMethod.NONE, "", Secret.NONE),
            request.bodyFormat(),
            ScopeSet.EMPTY,
            Optional.empty(),
            request.parameters(),
            request.headers());
    return make.of(Probe.NO_CREDENTIALS, "", bare, Cause.UNKNOWN, Optional.empty());
  }

  Experiment madeUpClient() {
    return make.compared(Probe.MADE_UP_CLIENT, "", otherClient);
  }

  Experiment madeUpClientWithoutScope() {
    return make.compared(Probe.MADE_UP_CLIENT_NO_SCOPE, "", otherClient.with(it -> it.withScope("")));
  }

  Experiment madeUpClientAndGrant() {
    return make.compared(Probe.MADE_UP_CLIENT_AND_GRANT, "", otherClient.with(Controls::madeUpGrant));
  }

  Experiment madeUpSecret() {
    return make.compared(Probe.MADE_UP_SECRET, "", otherSecret);
  }

  Experiment madeUpGrant() {
    return make.compared(Probe.MADE_UP_GRANT, "", form.with(Controls::madeUpGrant));
  }

  private static ProfileDraft madeUpGrant(ProfileDraft draft) {
    return draft.withGrantType(new GrantType(MadeUp.GRANT_TYPE));
  }
}
