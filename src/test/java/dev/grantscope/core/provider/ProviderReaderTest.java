package dev.grantscope.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.provider.ProviderProblem.Kind;
import dev.grantscope.core.provider.ProviderReader.Reading;
import dev.grantscope.core.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin's own providers: used where they can be, named where they cannot. */
class ProviderReaderTest {
  private static final String GOOD =
      "{'id':'acme','name':'Acme','vendor':'Acme Inc.','regionName':'Zone','template':'https://{region}.acme.example/token',"
          + "'freeRegion':true,'regions':[{'id':'eu','label':'Europe'},{'id':'lab','url':'http://127.0.0.1:9000/token','attestation':'seen'}]}";

  private static Reading own(String... entries) {
    return ProviderReader.own(JsonTree.read(("{'providers':[" + String.join(",", entries) + "]}").replace('\'', '"')));
  }

  @Test
  void anEntryHasItsRegionsAndIsAttestedByTheFileAlone() {
    Reading reading = own(GOOD);

    assertThat(reading.problems()).isEmpty();
    Provider acme = reading.providers().getFirst();
    assertThat(acme.tokenUrl("eu")).contains("https://eu.acme.example/token");
    assertThat(acme.tokenUrl("lab")).contains("http://127.0.0.1:9000/token");
    assertThat(acme.attestation("eu")).isEqualTo(Attestation.OWN);
    assertThat(acme.attestation("lab")).isEqualTo(Attestation.SEEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'name':'x'}                                                             | 2    | ID             |
          {'id':'A b','name':'x'}                                                  | A b  | ID             |
          {'id':'practice','name':'x'}                                             | practice | RESERVED   |
          {'id':'oauth','name':'x'}                                                | oauth | RESERVED      |
          {'id':'acme','name':'x'}                                                 | acme | TWICE          |
          {'id':'b'}                                                               | b    | MEMBER         | name
          {'id':'b','name':'x','freeRegion':'yes'}                                 | b    | MEMBER         | freeRegion
          {'id':'b','name':'x','freeRegion':true}                                  | b    | MEMBER         | regionName
          {'id':'b','name':'x','regions':{}}                                       | b    | MEMBER         | regions
          {'id':'b','name':'x','regionName':'R','regions':[{'url':'https://x/t'}]} | b    | MEMBER         | regions[0].id
          {'id':'b','name':'x','regoins':[]}                                       | b    | UNKNOWN_MEMBER | regoins
          {'id':'b','name':'x','attestation':'certain'}                            | b    | ATTESTATION    | certain
          {'id':'b','name':'x','attestation':'practice'}                           | b    | ATTESTATION    | practice
          {'id':'b','name':'x','discovery':'magic'}                                | b    | DISCOVERY      | magic
          {'id':'b','name':'x','regionName':'R','regions':[{'id':'r','url':'http://x.example/t'}]} | b | URL | http://x.example/t
          {'id':'b','name':'x','template':'https://x.example/t'}                   | b    | TEMPLATE       | https://x.example/t
          {'id':'b','name':'x','regionName':'R','regions':[{'id':'r'}]}            | b    | REGION_URL     | r
          12                                                                       | 2    | ID             |
          """)
  void anEntryThatCannotBeUsedIsNamedAndTheOthersAre(String entry, String named, Kind kind, String detail) {
    Reading reading = own(GOOD, entry);

    assertThat(reading.providers()).extracting(Provider::id).containsExactly("acme");
    assertThat(reading.problems()).containsExactly(new ProviderProblem(named, kind, detail == null ? "" : detail));
    assertThat(reading.problems().getFirst().sentence(new Texts())).contains("providers.json, entry " + named);
  }

  @Test
  void whatTheFileClaimsIsSaidAsItsClaim() {
    Texts texts = new Texts();
    Provider acme = own(GOOD.replace("Acme Inc.", "Acme \u05d0\u202e")).providers().getFirst();

    String words = AttestationWords.of(acme.attestation("lab"), acme.vendor(), acme.own(), texts);
    assertThat(words).startsWith("From your own providers file, which says: Seen in public code").doesNotContain("\u05d0", "\u202e");
    assertThat(AttestationWords.of(acme.attestation("eu"), acme.vendor(), acme.own(), texts)).isEqualTo("From your own providers file");
    Provider ours = ProviderCatalog.builtIn().byId("genesys");
    assertThat(AttestationWords.of(Attestation.DOCUMENTED, ours.vendor(), ours.own(), texts)).startsWith("Documented by");
  }

  @ParameterizedTest
  @CsvSource({"[]", "{}", "12", "null"})
  void aFileThatIsNoListOfProvidersIsSaidToBe(String json) {
    Reading reading = ProviderReader.own(JsonTree.read(json));

    assertThat(reading.providers()).isEmpty();
    assertThat(reading.problems()).extracting(ProviderProblem::kind).containsExactly(Kind.FILE);
  }

  @Test
  void ownEntriesComeFirstAndMayTakeThePlaceOfOurs() {
    ProviderCatalog catalog =
        ProviderCatalog.builtIn().with(own(GOOD, GOOD.replace("'acme'", "'genesys'").replace("'Acme'", "'Our Genesys'")).providers());

    assertThat(catalog.providers()).extracting(Provider::id).startsWith("acme", "genesys", "practice").doesNotHaveDuplicates();
    assertThat(catalog.byId("genesys").name()).isEqualTo("Our Genesys");
    assertThat(catalog.byId("nobody").id()).isEqualTo(ProviderCatalog.ANY);
  }

  @Test
  void oursHaveNoProblems() {
    assertThat(ProviderCatalog.builtIn().providers()).hasSize(7);
    assertThat(List.of(Attestation.values())).contains(Attestation.OWN);
  }
}
