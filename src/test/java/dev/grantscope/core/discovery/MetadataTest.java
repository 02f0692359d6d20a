package dev.grantscope.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MetadataTest {
  static Optional<Metadata> read(String json) {
    return Metadata.read(new JsonMapper().readTree(json.replace('\'', '"')), List.of());
  }

  static Metadata metadata(String json) {
    return read(json).orElseThrow();
  }

  @Test
  void readsWhatMattersForAGrant() {
    Metadata metadata =
        metadata(
            "{'issuer':'https://as.example','token_endpoint':'https://as.example/token','scopes_supported':['a','B'],"
                + "'token_endpoint_auth_methods_supported':['client_secret_basic','client_secret_post'],"
                + "'grant_types_supported':['client_credentials'],'jwks_uri':'https://as.example/jwks',"
                + "'introspection_endpoint':'https://as.example/introspect','introspection_endpoint_auth_methods_supported':[]}");

    assertThat(metadata.issuer()).contains("https://as.example");
    assertThat(metadata.tokenEndpoint()).contains("https://as.example/token");
    assertThat(metadata.tokenEndpointAuthMethods()).contains(List.of("client_secret_basic", "client_secret_post"));
    assertThat(metadata.scopes()).contains(List.of("a", "B"));
    assertThat(metadata.grantTypes()).contains(List.of("client_credentials"));
    assertThat(metadata.jwksUri()).contains("https://as.example/jwks");
    assertThat(metadata.introspectionEndpoint()).contains("https://as.example/introspect");
    assertThat(metadata.introspectionEndpointAuthMethods()).contains(List.of());
    assertThat(metadata.unreadable()).isEmpty();
  }

  @Test
  void whatIsAbsentIsNotStatedAndNotTheDefaultOfTheRfc() {
    Metadata metadata = metadata("{'issuer':'https://as.example'}");

    assertThat(metadata.tokenEndpoint()).isEmpty();
    assertThat(metadata.tokenEndpointAuthMethods()).isEmpty();
    assertThat(metadata.scopes()).isEmpty();
    assertThat(metadata.grantTypes()).isEmpty();
    assertThat(metadata.jwksUri()).isEmpty();
    assertThat(metadata.introspectionEndpoint()).isEmpty();
    assertThat(metadata.introspectionEndpointAuthMethods()).isEmpty();
    assertThat(metadata.unreadable()).isEmpty();
  }

  @Test
  void wrongTypesAreNamedAndReadAsNotStated() {
    Metadata metadata =
        metadata("{'issuer':'https://as.example','token_endpoint':['x'],'scopes_supported':'a b','grant_types_supported':['x',1],'jwks_uri':null}");

    assertThat(metadata.tokenEndpoint()).isEmpty();
    assertThat(metadata.scopes()).isEmpty();
    assertThat(metadata.grantTypes()).isEmpty();
    assertThat(metadata.unreadable()).containsExactly("token_endpoint", "jwks_uri", "scopes_supported", "grant_types_supported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "12", "'issuer'", "{'error':'not_found'}", "{'issuer':''}", "{'issuer':{}}", "[{'issuer':'https://as.example'}]"})
  void otherJsonIsNotMetadata(String json) {
    assertThat(read(json)).isEmpty();
  }
}
