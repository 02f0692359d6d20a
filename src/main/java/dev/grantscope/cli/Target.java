package dev.grantscope.cli;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Invisible;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.ProfileValidator;
import dev.grantscope.core.profile.ProfileValidator.Validation;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TARGET with its secrets: of a saved profile, of a practice profile, or all from options. Each failure is a {@link CommandFailedException}. */
final class Target {
  /** How many names of profiles are worth a line. */
  private static final int NAMES = 8;

  private final CliServices services;
  private final TargetOptions options;
  private final SecretOptions secret;

  Target(CliServices services, TargetOptions options, SecretOptions secret) {
    this.services = services;
    this.options = options;
    this.secret = secret;
  }

  /** Everything as it would stand in the window, valid or not. Starts the practice tenant where it is needed. */
  Form form() {
    Optional<Profile> profile = profile();
    ProfileDraft draft = options.over(profile.map(Profile::draft));
    Optional<Practice> practice =
        draft.provider().equals(Practice.PROVIDER) ? Optional.of(services.practice().apply(0)) : Optional.empty();
    Secrets secrets = secrets(draft, profile, practice);
    return new Form(
        practice.isPresent() ? Practice.at(start(practice.get()), draft) : draft, secrets);
  }

  private Optional<Profile> profile() {
    return Optional.ofNullable(options.profile).map(this::saved);
  }

  /** What is to be run, without its secrets. */
  ProfileDraft draft() {
    return options.over(profile().map(Profile::draft));
  }

  /** A secret of the saved profile that goes nowhere but where the profile says; empty where none is kept. */
  Optional<Secret> kept(Kind kind) {
    return profile().filter(it -> it.keptSecrets().contains(kind)).map(it -> fromKeyring(services, it.key(kind)));
  }

  private Profile saved(String name) {
    ProfileStore.Loaded loaded = services.profiles().get().load();
    if (loaded.trouble() != ProfileStore.Trouble.NONE) {
      services.err().println("grantscope: " + services.texts().of("storage.trouble", loaded.trouble()));
    }
    return Profile.named(name, loaded.profiles())
        .or(() -> lessons().filter(it -> it.name().equals(name)).findFirst())
        .orElseThrow(() -> new CommandFailedException(ExitCode.USAGE, noProfile(loaded.profiles())));
  }

  private Stream<Profile> lessons() {
    return services.practice().apply(0).scenarios().stream().map(Practice.Scenario::profile);
  }

  /** The name that was asked for is not repeated: it could be anything. */
  private String noProfile(List<Profile> saved) {
    List<String> names = Stream.concat(saved.stream(), lessons()).map(Profile::name).distinct().toList();
    String first = names.stream().limit(NAMES).map(it -> VisibleText.of(it, 60)).collect(Collectors.joining(", "));
    return services.texts().get("cli.noProfile", names.size(), first, Math.max(0, names.size() - NAMES));
  }

  private static String start(Practice practice) {
    try {
      return practice.start();
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NOT_REACHED, "The practice tenant could not open a port on 127.0.0.1");
    }
  }

  private Secrets secrets(ProfileDraft draft, Optional<Profile> profile, Optional<Practice> practice) {
    boolean password = draft.grantType().equals(GrantType.PASSWORD);
    boolean signs = draft.authentication() == ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    Optional<Secret> client = signs ? Optional.empty() : client(draft, profile, practice);
    Optional<Secret> owner =
        password ? secret.password(services).or(() -> stored(draft, profile, Kind.PASSWORD)) : Optional.empty();
    Secret key = signs ? services.keyFiles().read(draft.key().path()) : Secret.NONE;
    return new Secrets(client.orElse(Secret.NONE), owner.orElse(Secret.NONE), key);
  }

  private Optional<Secret> client(ProfileDraft draft, Optional<Profile> profile, Optional<Practice> practice) {
    return secret.secret(services).or(() -> practice.flatMap(it -> practiceSecret(it, draft))).or(() -> stored(draft, profile, Kind.CLIENT_SECRET));
  }

  private static Optional<Secret> practiceSecret(Practice practice, ProfileDraft draft) {
    return practice.scenarios().stream()
        .filter(it -> it.id().equals(draft.region()))
        .findFirst()
        .map(Practice.Scenario::secret);
  }

  private Optional<Secret> stored(ProfileDraft draft, Optional<Profile> profile, Kind kind) {
    if (profile.isEmpty() || (kind == Kind.CLIENT_SECRET && !draft.authentication().needsSecret())) {
      return Optional.empty();
    }
    if (!profile.get().keptSecrets().contains(kind)) {
      throw new CommandFailedException(ExitCode.NO_SECRET, services.texts().get("cli.notKept", howToGive(kind)));
    }
    refuseOtherHost(draft, profile.get());
    return Optional.of(fromKeyring(services, profile.get().key(kind)));
  }

  private static String howToGive(Kind kind) {
    return kind == Kind.PASSWORD ? "--password-env NAME" : "--secret-env NAME / --secret-stdin";
  }

  /** The keyring is asked, and must have it. */
  static Secret fromKeyring(CliServices services, SecretKey key) {
    try {
      return services
          .secrets()
          .get()
          .load(key)
          .orElseThrow(
              () -> new CommandFailedException(ExitCode.NO_SECRET, services.texts().get("cli.goneFromKeyring")));
    } catch (SecretStoreException e) {
      throw new CommandFailedException(
          ExitCode.NO_SECRET, services.texts().of("secret.load", e.reason(), services.secrets().get().name()));
    }
  }

  /** A secret in the keyring is bound to the hosts it went to, before that to the host of its profile. */
  private static void refuseOtherHost(ProfileDraft draft, Profile profile) {
    Optional<Endpoint> wanted = Endpoint.ifValid(draft.tokenUrl());
    boolean known =
        wanted.isEmpty()
            || wanted.get().isLoopback()
            || (profile.knows(wanted.get().host())
                && (!profile.allowedHosts().isEmpty()
                    || Endpoint.ifValid(profile.draft().tokenUrl()).map(Endpoint::host).equals(wanted.map(Endpoint::host))));
    if (!known) {
      throw new CommandFailedException(
          ExitCode.USAGE,
          "The secret of this profile is not for that host: allow it in the window, or give the secret with --secret-env or --secret-stdin");
    }
  }

  /** What a shell adds without being asked, such as the line end of echo, looks like a wrong secret to the server. */
  private void sayInvisible(Field field, String text) {
    Texts texts = services.texts();
    Invisible.in(text).stream()
        .findFirst()
        .map(it -> texts.get("invisible." + it.place(text), it.name(), it.index() + 1))
        .ifPresent(it -> services.err().println("grantscope: " + texts.get("cli.invisible", texts.of("cli.field", field), it)));
  }

  /** Says in one line what is wrong with a form that cannot be sent. */
  GrantRequest validated(Form form) {
    Validation validation = ProfileValidator.validate(form.draft(), form.secrets());
    if (validation.request().isPresent()) {
      sayInvisible(Field.CLIENT_ID, form.draft().clientId());
      sayInvisible(Field.SECRET, form.secrets().clientSecret().reveal());
    }
    return validation
        .request()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitCode.USAGE,
                    String.join(
                        "; ",
                        validation.problems().stream().map(it -> ProblemLine.of(it, services.texts())).toList())));
  }
}
