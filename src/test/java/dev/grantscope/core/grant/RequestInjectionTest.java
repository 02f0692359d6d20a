package dev.grantscope.core.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.grant.GrantRequest.ResourceOwner;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever stands in a field, it never becomes another line or another parameter. */
class RequestInjectionTest {
  private static final Endpoint ENDPOINT = Answers.endpoint("https://as.example/t");
  private static final TokenRequestBuilder BUILDER = new TokenRequestBuilder("Test/1");

  private final Random random = new Random(20261121);

  @Test
  void hundredThousandRandomRequestsInjectNothing() {
    for (int i = 0; i < 100_000; i++) {
      GrantRequest request = randomRequest();
      byte[] sent = BUILDER.build(request).toBytes().toArray();
      int headEnd = new String(sent, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
      byte[] body = Arrays.copyOfRange(sent, headEnd + 4, sent.length);

      String head = new String(sent, 0, headEnd, StandardCharsets.ISO_8859_1);
      if (!head.equals(String.join("\r\n", expectedHead(request, body.length)))) {
        assertThat(head.split("\r\n", -1)).as("request %d", i).isEqualTo(expectedHead(request, body.length).toArray());
      }
      List<Parameter> decoded = decoded(body);
      if (!decoded.equals(expectedParameters(request))) {
        assertThat(decoded).as("request %d", i).isEqualTo(expectedParameters(request));
      }
    }
  }

  private static List<String> expectedHead(GrantRequest request, int length) {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("POST /t HTTP/1.1", "Host: as.example", "User-Agent: Test/1", "Accept: application/json"));
    String id = request.authentication().clientId();
    String secret = request.authentication().secret().reveal();
    switch (request.authentication().method()) {
      case BASIC -> lines.add(basic(percentEncoded(id) + ":" + percentEncoded(secret)));
      case BASIC_RAW -> lines.add(basic(id + ":" + secret));
      case POST, NONE, TLS_CLIENT_AUTH, PRIVATE_KEY_JWT -> {}
    }
    lines.addAll(List.of("Content-Type: application/x-www-form-urlencoded", "Content-Length: " + length, "Connection: close"));
    return lines;
  }

  private static String basic(String pair) {
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 6749 App. B, worked out byte by byte and not by the encoder under test. */
  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c == ' ') {
        encoded.append('+');
      } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "*-._".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return encoded.toString();
  }

  private static List<Parameter> expectedParameters(GrantRequest request) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("grant_type", request.grantType().value()));
    request.owner().ifPresent(owner -> {
      parameters.add(new Parameter("username", owner.username()));
      parameters.add(new Parameter("password", owner.password().reveal()));
    });
    if (!request.scope().values().isEmpty()) {
      parameters.add(new Parameter("scope", String.join(" ", request.scope().values())));
    }
    String id = request.authentication().clientId();
    switch (request.authentication().method()) {
      case POST -> {
        parameters.add(new Parameter("client_id", id));
        parameters.add(new Parameter("client_secret", request.authentication().secret().reveal()));
      }
      case TLS_CLIENT_AUTH -> parameters.add(new Parameter("client_id", id));
      case NONE -> {
        if (!id.isEmpty()) {
          parameters.add(new Parameter("client_id", id));
        }
      }
      case BASIC, BASIC_RAW, PRIVATE_KEY_JWT -> {}
    }
    parameters.addAll(request.parameters());
    return parameters;
  }

  private static List<Parameter> decoded(byte[] body) {
    String text = new String(body, StandardCharsets.US_ASCII);
    return Arrays.stream(text.split("&", -1))
        .map(pair -> pair.split("=", -1))
        .map(pair -> {
          assertThat(pair).hasSize(2);
          return new Parameter(URLDecoder.decode(pair[0], StandardCharsets.UTF_8), URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        })
        .toList();
  }

  private GrantRequest randomRequest() {
    ClientAuthenticationMethod[] methods = {
      ClientAuthenticationMethod.BASIC, ClientAuthenticationMethod.BASIC_RAW, ClientAuthenticationMethod.POST, ClientAuthenticationMethod.NONE
    };
    return new GrantRequest(
        ENDPOINT,
        random.nextInt(8) == 0 ? new GrantType(randomText()) : GrantType.CLIENT_CREDENTIALS,
        ClientAuthentication.of(methods[random.nextInt(methods.length)], randomText(), Secret.of(randomText())),
        BodyFormat.FORM,
        ScopeSet.parse(randomText()),
        random.nextBoolean() ? Optional.of(new ResourceOwner(randomText(), Secret.of(randomText()))) : Optional.empty(),
        IntStream.range(0, random.nextInt(3)).mapToObj(i -> new Parameter(randomText(), randomText())).toList(),
        List.of());
  }

  private String randomText() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append("\r\nX-Injected: 1\r\n\r\n");
        case 1 -> text.append("\r\n\u0000&=+%; \t\"\\{}".charAt(random.nextInt(14)));
        case 2 -> text.append((char) random.nextInt(0x80));
        default -> text.appendCodePoint(random.nextBoolean() ? random.nextInt(0xD800) : 0xE000 + random.nextInt(0x102000));
      }
    }
    return text.toString();
  }
}
