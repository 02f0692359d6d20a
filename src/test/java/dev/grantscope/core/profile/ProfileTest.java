package dev.grantscope.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final LastOutcome GRANTED = new LastOutcome(LastOutcome.Result.GRANTED, Instant.EPOCH);

  /** Every entry differs from every other, so that two that are mixed up are found. */
  private static final ProfileDraft DRAFT =
      new ProfileDraft(
          "provider", "region", "url", new GrantType("grant"), "client", ClientAuthenticationMethod.POST, BodyFormat.JSON, "user", "scope",
          List.of(new Entry("p", "1")), List.of(new Entry("h", "2")), Connection.USUAL.withProxyUrl("proxy"), new KeyFile("file", "key"));

  private static final ApiUse API = ApiUse.NONE.withHost("api.example");

  private static final Profile PROFILE =
      new Profile(ID, "name", "group", DRAFT, Set.of("a.example"), Set.of(Kind.PASSWORD), Optional.of(GRANTED), API, "named.example");

  @Test
  void aCopyHasNeitherSecretsNorAPast() {
    assertThat(PROFILE.copyAs(OTHER, "copy"))
        .isEqualTo(new Profile(OTHER, "copy", "group", DRAFT, Set.of("a.example"), Set.of(), Optional.empty(), API, "named.example"));
  }

  @Test
  void oneThingChangesAtATime() {
    LastOutcome failed = new LastOutcome(LastOutcome.Result.FAILED, Instant.EPOCH);
    ProfileDraft blank = ProfileDraft.blank("x");

    assertThat(PROFILE.withName("n"))
        .isEqualTo(new Profile(ID, "n", "group", DRAFT, Set.of("a.example"), Set.of(Kind.PASSWORD), Optional.of(GRANTED), API, "named.example"));
    assertThat(PROFILE.withGroup("g"))
        .isEqualTo(new Profile(ID, "name", "g", DRAFT, Set.of("a.example"), Set.of(Kind.PASSWORD), Optional.of(GRANTED), API, "named.example"));
    assertThat(PROFILE.withNamedHost("n").withApi(ApiUse.NONE))
        .isEqualTo(new Profile(ID, "name", "group", DRAFT, Set.of("a.example"), Set.of(Kind.PASSWORD), Optional.of(GRANTED), ApiUse.NONE, "n"));
    assertThat(PROFILE.withDraft(blank))
        .isEqualTo(new Profile(ID, "name", "group", blank, Set.of("a.example"), Set.of(Kind.PASSWORD), Optional.of(GRANTED), API, "named.example"));
    assertThat(PROFILE.withLastOutcome(failed))
        .isEqualTo(new Profile(ID, "name", "group", DRAFT, Set.of("a.example"), Set.of(Kind.PASSWORD), Optional.of(failed), API, "named.example"));
    assertThat(PROFILE.withAllowedHost("b.example").allowedHosts()).containsExactlyInAnyOrder("a.example", "b.example");
    assertThat(PROFILE.withAllowedHost("a.example")).isEqualTo(PROFILE);
  }

  @Test
  void remembersWhichSecretsAreKept() {
    assertThat(PROFILE.withKeptSecret(Kind.CLIENT_SECRET, true).keptSecrets()).containsExactlyInAnyOrder(Kind.CLIENT_SECRET, Kind.PASSWORD);
    assertThat(PROFILE.withKeptSecret(Kind.PASSWORD, true)).isEqualTo(PROFILE);
    assertThat(PROFILE.withKeptSecret(Kind.PASSWORD, false).keptSecrets()).isEmpty();
    assertThat(PROFILE.withKeptSecret(Kind.CLIENT_SECRET, false)).isEqualTo(PROFILE);
    assertThat(PROFILE.key(Kind.PASSWORD)).isEqualTo(new SecretKey(ID, Kind.PASSWORD));
  }

  @Test
  void isFoundByItsWholeName() {
    Profile second = Profile.blank(OTHER, "name", DRAFT);

    assertThat(Profile.named("name", List.of(PROFILE, second))).containsSame(PROFILE);
    assertThat(Profile.named("Name", List.of(PROFILE))).isEmpty();
  }

  @Test
  void eachEntryOfADraftChangesAlone() {
    assertThat(
            DRAFT.withProvider("provider2", "region2", "url2").withGrantType(GrantType.PASSWORD).withClientId("client2")
                .withAuthentication(ClientAuthenticationMethod.NONE).withBodyFormat(BodyFormat.FORM).withUsername("user2")
                .withScope("scope2").withParameters(List.of(new Entry("p2", ""))).withHeaders(List.of(new Entry("h2", "")))
                .withConnection(Connection.AS_SET).withKey(KeyFile.NONE))
        .isEqualTo(
            new ProfileDraft(
                "provider2", "region2", "url2", GrantType.PASSWORD, "client2", ClientAuthenticationMethod.NONE, BodyFormat.FORM, "user2",
                "scope2", List.of(new Entry("p2", "")), List.of(new Entry("h2", "")), Connection.AS_SET, KeyFile.NONE));
    assertThat(DRAFT.withTokenUrl("url2")).isEqualTo(DRAFT.withProvider("provider", "region", "url2"));
  }

  @Test
  void aBlankDraftIsThePlainGrant() {
    assertThat(ProfileDraft.blank("x"))
        .isEqualTo(
            new ProfileDraft("x", "", "", GrantType.CLIENT_CREDENTIALS, "", ClientAuthenticationMethod.BASIC, BodyFormat.FORM, "", "",
                List.of(), List.of(), Connection.AS_SET, KeyFile.NONE));
  }

  @Test
  void cannotBeChangedFromOutside() {
    List<Entry> entries = new ArrayList<>(List.of(new Entry("a", "b")));
    ProfileDraft draft = DRAFT.withParameters(entries).withHeaders(entries);

    entries.clear();

    assertThat(draft.parameters()).hasSize(1);
    assertThat(draft.headers()).hasSize(1);
  }
}
