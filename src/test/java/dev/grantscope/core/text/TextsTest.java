package dev.grantscope.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.api.KeyAnswer;
import dev.grantscope.core.diagnosis.Probe;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.discovery.Fit;
import dev.grantscope.core.discovery.IssuerMatch;
import dev.grantscope.core.discovery.Place;
import dev.grantscope.core.grant.AnswerNote;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.ProviderProblem;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeProblem;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.timing.CertificateFacts;
import dev.grantscope.core.token.ClientKey;
import dev.grantscope.core.token.TokenTimes;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.Route;
import dev.grantscope.presenter.SendAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys that are used are the keys that are there. */
class TextsTest {
  private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z_0-9]+)+)\"");

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.grantscope.messages", Locale.ENGLISH);

  static Stream<String> enumKeys() {
    return Stream.of(
            keys("attestation", Attestation.values()),
            keys("providers.problem", ProviderProblem.Kind.values()),
            keys("discovery.form", Place.Form.values()),
            keys("discovery.match", IssuerMatch.values()),
            keys("discovery.scopes", Fit.values()),
            keys("answer", GrantOutcome.Reason.values()),
            keys("scope.problem", ScopeProblem.Kind.values()),
            keys("scope.result", ScopeComparison.Result.values()),
            keys("scope.meaning", ScopeComparison.Result.values()),
            keys("scopes.howWeKnow", ScopeSource.values()),
            keys("phase.doing", Phase.values()),
            keys("phase.name", Phase.values()),
            keys("phase.during", Phase.values()),
            keys("phase.failed", Phase.values()),
            keys("sendAs", SendAs.values()),
            keys("secret.session", SecretStoreException.Reason.values()),
            keys("secret.load", SecretStoreException.Reason.values()),
            keys("note", AnswerNote.Kind.values()),
            keys("problem.url", EndpointException.Problem.values()),
            keys("verdict.notOAuth", GrantOutcome.Reason.values()),
            keys("verdict.notOAuth.detail", GrantOutcome.Reason.values()),
            keys("profile.sign", LastOutcome.Result.values()),
            keys("cause", Cause.values()),
            keys("cause.advice", Cause.values()),
            keys("call.attestation", Attestation.values()),
            keys("call.word", ApiAnswer.Meaning.values()),
            keys("call.meaning", ApiAnswer.Meaning.values()),
            keys("lifetime.agreement", TokenTimes.Agreement.values()),
            keys("keys.problem", KeyAnswer.Problem.values()),
            keys("limit.refused", FieldLimit.Kind.values()),
            keys("limit.kept", FieldLimit.Kind.values()),
            keys("problem.limit", FieldLimit.Kind.values()),
            keys("problem.key", ClientKey.Problem.values()),
            keys("strength", Strength.values()),
            keys("probe", Probe.values()),
            keys("timing.route", Route.Why.values()),
            keys("timing.weak", CertificateFacts.Weakness.values()),
            keys("connection.proxy", Connection.ProxyMode.values()),
            keys("cli.field", FieldProblem.Field.values()),
            keys("storage.settings", SettingsStore.Trouble.values()),
            keys("storage.trouble", Arrays.stream(ProfileStore.Trouble.values()).filter(it -> it != ProfileStore.Trouble.NONE).toArray(Enum<?>[]::new)))
        .flatMap(it -> it);
  }

  private static Stream<String> keys(String prefix, Enum<?>[] constants) {
    return Arrays.stream(constants).map(it -> prefix + "." + it.name());
  }

  private static Set<String> inSource() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  @Test
  void everyEnumConstantHasItsWords() {
    assertThat(enumKeys()).allSatisfy(key -> assertThat(BUNDLE.containsKey(key)).as(key).isTrue());
  }

  @Test
  void everyKeyThatIsAskedForIsThere() throws IOException {
    Pattern asked = Pattern.compile("\\bget\\(\\s*\"([a-z][A-Za-z]*(?:\\.[A-Za-z_0-9]+)+)\"\\s*[,)]");
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files.filter(it -> it.toString().endsWith(".java")).forEach(file -> asked.matcher(read(file)).results().map(it -> it.group(1)).forEach(missing::add));
    }
    missing.removeAll(BUNDLE.keySet());
    assertThat(missing).isEmpty();
  }

  @Test
  void noKeyIsThereTwice() throws IOException {
    List<String> keys =
        Files.readAllLines(Path.of("src/main/resources/dev/grantscope/messages.properties")).stream()
            .filter(line -> line.matches("[A-Za-z][\\w.]*=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void everyKeyIsUsedSomewhere() throws IOException {
    Set<String> used = inSource();
    enumKeys().forEach(used::add);
    String sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(it -> it.toString().endsWith(".java")).map(TextsTest::read).collect(Collectors.joining());
    }
    // Some keys are put together: by a side and a mode, a field's name, an RFC's error code, a place in a text.
    Set<String> prefixes = Set.of("wire.info.", "wire.empty.", "problem.required.", "cli.required.", "problem.certificate.key.", "error.", "invisible.", "shows.", "ruledOut.", "signature.advice.", "discovery.authentication.", "discovery.grants.", "fix.authentication.", "fix.body.", "verdict.none", "verdict.noPractice");
    Set<String> unused = new TreeSet<>(BUNDLE.keySet());
    unused.removeAll(used);
    unused.removeIf(key -> prefixes.stream().anyMatch(it -> key.startsWith(it) && sources.contains("\"" + it)));
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextIsAFormatThatCanBeRead() {
    for (String key : BUNDLE.keySet()) {
      String text = BUNDLE.getString(key);
      assertThat(new MessageFormat(text, Locale.ENGLISH).toPattern()).as(key).isNotEmpty();
      assertThat(text).as(key + ": an apostrophe quotes; write ’").doesNotContain("'");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void numbersAreWrittenAsInTheLanguageOfTheSentence() {
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("ar-EG", "th-TH-u-nu-thai", "de-DE", "fa-IR", "en-GB")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Texts texts = new Texts();

        assertThat(texts.get("token.opaque", 1234)).as(language).isEqualTo("Opaque token, 1,234 characters");
        assertThat(texts.get("duration.s", 1.5)).as(language).isEqualTo("1.5 s");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
