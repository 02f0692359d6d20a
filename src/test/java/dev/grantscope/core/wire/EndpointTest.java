package dev.grantscope.core.wire;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.wire.EndpointException.Problem;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://cxone.niceincontact.com/auth/token        | cxone.niceincontact.com | 443   | /auth/token        | cxone.niceincontact.com
          https://h.example                                 | h.example               | 443   | /                  | h.example
          https://h.example?a=b                             | h.example               | 443   | /?a=b              | h.example
          https://h.example?a=b@c/d                         | h.example               | 443   | /?a=b@c/d          | h.example
          https://h.example:443/t                           | h.example               | 443   | /t                 | h.example
          https://h.example:/t                              | h.example               | 443   | /t                 | h.example
          https://h.example:08443/t                         | h.example               | 8443  | /t                 | h.example:8443
          https://h.example:80/t                            | h.example               | 80    | /t                 | h.example:80
          https://h.example:65535/t                         | h.example               | 65535 | /t                 | h.example:65535
          HTTPS://H.Example/Token                           | h.example               | 443   | /Token             | h.example
          https://h.example./t                              | h.example.              | 443   | /t                 | h.example.
          https://single/t                                  | single                  | 443   | /t                 | single
          https://my_org.example/t                          | my_org.example          | 443   | /t                 | my_org.example
          https://bücher.example/t                          | xn--bcher-kva.example   | 443   | /t                 | xn--bcher-kva.example
          https://BÜCHER.example/t                          | xn--bcher-kva.example   | 443   | /t                 | xn--bcher-kva.example
          https://аррӏе.example/t                           | xn--80ak6aa92e.example  | 443   | /t                 | xn--80ak6aa92e.example
          https://例え。テスト/t                             | xn--r8jz45g.xn--zckzah  | 443   | /t                 | xn--r8jz45g.xn--zckzah
          https://h.example//a//b                           | h.example               | 443   | //a//b             | h.example
          https://h.example//other.example/t                | h.example               | 443   | //other.example/t  | h.example
          https://h.example/a/../b/./c                      | h.example               | 443   | /a/../b/./c        | h.example
          https://h.example/a%2Fb%20c                       | h.example               | 443   | /a%2Fb%20c         | h.example
          https://h.example/é?ü=🔑                          | h.example               | 443   | /%C3%A9?%C3%BC=%F0%9F%94%91 | h.example
          https://h.example/@user:pass                      | h.example               | 443   | /@user:pass        | h.example
          https://h.example/find-your-way                   | h.example               | 443   | /find-your-way     | h.example
          https://for-your-eyes.example/t                   | for-your-eyes.example   | 443   | /t                 | for-your-eyes.example
          https://192.0.2.7/t                               | 192.0.2.7               | 443   | /t                 | 192.0.2.7
          https://[2001:DB8::1]/t                           | 2001:db8::1             | 443   | /t                 | [2001:db8::1]
          https://[2001:db8::1]:8443/t                      | 2001:db8::1             | 8443  | /t                 | [2001:db8::1]:8443
          http://localhost:8080/t                           | localhost               | 8080  | /t                 | localhost:8080
          http://LOCALHOST/t                                | localhost               | 80    | /t                 | localhost
          http://127.0.0.1:80/t                             | 127.0.0.1               | 80    | /t                 | 127.0.0.1
          http://127.255.255.254:81/t                       | 127.255.255.254         | 81    | /t                 | 127.255.255.254:81
          http://[::1]:9/t                                  | ::1                     | 9     | /t                 | [::1]:9
          """)
  void reads(String url, String host, int port, String target, String hostHeader) throws EndpointException {
    Endpoint endpoint = Endpoint.parse(url);

    assertThat(endpoint.host()).isEqualTo(host);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint.target()).isEqualTo(target);
    assertThat(endpoint.hostHeader()).isEqualTo(hostHeader);
    assertThat(endpoint.authority()).isEqualTo((host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    assertThat(endpoint.tls()).isEqualTo(url.toLowerCase(java.util.Locale.ROOT).startsWith("https:"));
    assertThat(endpoint.text()).isEqualTo(url);
  }

  /** The start and the part of the text that is at fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://{{org_name}}.api.example/t      | PLACEHOLDER       | 8  | {{org_name}}
          https://{{org name}}.api.example/t      | PLACEHOLDER       | 8  | {{org name}}
          https://{org}.api.example/t             | PLACEHOLDER       | 8  | {org}
          https://${ORG}.api.example/t            | PLACEHOLDER       | 8  | ${ORG}
          https://$ORG.api.example/t              | PLACEHOLDER       | 8  | $ORG
          https://<org>.api.example/t             | PLACEHOLDER       | 8  | <org>
          https://<your org>.api.example/t        | PLACEHOLDER       | 8  | <your org>
          https://[ORG NAME].api.example/t        | PLACEHOLDER       | 8  | [ORG NAME]
          https://YOUR_ORG.api.example/t          | PLACEHOLDER       | 8  | YOUR_ORG
          https://your-tenant.api.example/t       | PLACEHOLDER       | 8  | your-tenant
          https://h.example/realms/your-realm/t   | PLACEHOLDER       | 25 | your-realm
          https://h.example/{{path}}              | PLACEHOLDER       | 18 | {{path}}
          https://{org.api.example/t              | ILLEGAL_CHARACTER | 8  | {
          https://org}.api.example/t              | ILLEGAL_CHARACTER | 11 | }
          https://h.example/a b                   | ILLEGAL_CHARACTER | 19 | ` `
          https://good.example\\@evil.example/t    | ILLEGAL_CHARACTER | 20 | \\
          https:\\\\h.example\\t                     | ILLEGAL_CHARACTER | 6  | \\
          https://h.example/"t"                   | ILLEGAL_CHARACTER | 18 | "
          `https://h.example/a|b`                 | ILLEGAL_CHARACTER | 19 | `|`
          https://h.example/a[b                   | ILLEGAL_CHARACTER | 19 | [
          https://h.example/%zz                   | ILLEGAL_CHARACTER | 18 | %
          https://h.example?a=%zz                 | ILLEGAL_CHARACTER | 20 | %
          https://h.example//%zz                  | ILLEGAL_CHARACTER | 19 | %
          https://h.example/%                     | ILLEGAL_CHARACTER | 18 | %
          ftp://h.example/t                       | SCHEME            | 0  | ftp
          javascript://h.example/t                | SCHEME            | 0  | javascript
          h.example/t                             | SCHEME            | 0  | h.example/t
          https:/h.example/t                      | SCHEME            | 0  | https:/h.example/t
          https:h.example/t                       | SCHEME            | 0  | https:h.example/t
          //h.example/t                           | SCHEME            | 0  | //h.example/t
          https:///t                              | HOST              | 8  | ``
          https://                                | HOST              | 8  | ``
          https://:443/t                          | HOST              | 8  | ``
          https://./t                             | HOST              | 8  | .
          https://.h.example/t                    | HOST              | 8  | .h.example
          https://a..b/t                          | HOST              | 8  | a..b
          https://-a.example/t                    | HOST              | 8  | -a.example
          https://h%2eexample/t                   | HOST              | 8  | h%2eexample
          https://%65vil.example/t                | HOST              | 8  | %65vil.example
          https://%7borg%7d.example/t             | HOST              | 8  | %7borg%7d.example
          https://straße.example/t                | HOST              | 8  | straße.example
          https://σς.example/t                    | HOST              | 8  | σς.example
          https://good.example／x/t               | HOST              | 8  | good.example／x
          https://good.example＠evil.example/t    | HOST              | 8  | good.example＠evil.example
          https://good.example：8443/t            | HOST              | 8  | good.example：8443
          https://℀.example/t                     | HOST              | 8  | ℀.example
          https://[fe80::1%eth0]/t                | HOST              | 8  | [fe80::1%eth0]
          https://[::1]evil.example/t             | HOST              | 8  | [
          https://[]/t                            | HOST              | 8  | []
          https://[v1.a]/t                        | HOST              | 8  | [v1.a]
          https://2001:db8::1/t                   | PORT              | 13 | db8::1
          https://h.example:0/t                   | PORT              | 18 | 0
          https://h.example:65536/t               | PORT              | 18 | 65536
          https://h.example:99999999999/t         | PORT              | 18 | 99999999999
          https://h.example:abc/t                 | PORT              | 18 | abc
          https://h.example:-1/t                  | PORT              | 18 | -1
          https://h.example:٤٤٣/t                 | PORT              | 18 | ٤٤٣
          https://id:pw@h.example/t               | USER_INFO         | 8  | id:pw@
          https://good.example@evil.example/t     | USER_INFO         | 8  | good.example@
          https://@h.example/t                    | USER_INFO         | 8  | @
          https://id:pa/ss@h.example/t            | USER_INFO         | 8  | id:pa/ss@
          https://h.example/t?client_secret=x&a=b | SECRET_IN_QUERY   | 19 | ?client_secret=x
          https://h.example/t?token=x             | SECRET_IN_QUERY   | 19 | ?token=x
          https://h.example/t?a=b&id_token=x      | SECRET_IN_QUERY   | 23 | &id_token=x
          https://h.example/t?api_key=x           | SECRET_IN_QUERY   | 19 | ?api_key=x
          https://h.example/t?a=b&ApiKey=x        | SECRET_IN_QUERY   | 23 | &ApiKey=x
          https://h.example/t?a=b&PASSWORD=       | SECRET_IN_QUERY   | 23 | &PASSWORD=
          https://h.example/t?refresh_token=x     | SECRET_IN_QUERY   | 19 | ?refresh_token=x
          https://h.example/cb#access_token=x     | SECRET_IN_QUERY   | 20 | #access_token=x
          https://h.example/t#x                   | FRAGMENT          | 19 | #x
          https://good.example#@evil.example/     | FRAGMENT          | 20 | #@evil.example/
          http://h.example/t                      | PLAIN_HTTP        | 0  | http
          HTTP://h.example/t                      | PLAIN_HTTP        | 0  | HTTP
          http://127.0.0.1.evil.example/t         | PLAIN_HTTP        | 0  | http
          http://localhost.evil.example/t         | PLAIN_HTTP        | 0  | http
          http://localhost./t                     | PLAIN_HTTP        | 0  | http
          http://127.1/t                          | PLAIN_HTTP        | 0  | http
          http://2130706433/t                     | PLAIN_HTTP        | 0  | http
          http://0x7f.0.0.1/t                     | PLAIN_HTTP        | 0  | http
          http://127.0.0.256/t                    | PLAIN_HTTP        | 0  | http
          http://127.0.0.999/t                    | PLAIN_HTTP        | 0  | http
          http://127.0.0.01/t                     | PLAIN_HTTP        | 0  | http
          http://0.0.0.0/t                        | PLAIN_HTTP        | 0  | http
          http://[::ffff:127.0.0.1]/t             | PLAIN_HTTP        | 0  | http
          http://[::]/t                           | PLAIN_HTTP        | 0  | http
          http://[::2]/t                          | PLAIN_HTTP        | 0  | http
          """)
  void refuses(String url, Problem problem, int start, String part) {
    assertRefused(url, problem, start, start + part.length());
    assertThat(url.substring(start, start + part.length())).isEqualTo(part);
  }

  static Stream<Arguments> unseen() {
    return Stream.of(
        argumentSet("empty", "", Problem.EMPTY, 0, 0),
        argumentSet("blank", " \n", Problem.EMPTY, 0, 2),
        argumentSet("blank first", " https://h.example/t", Problem.ILLEGAL_CHARACTER, 0, 1),
        argumentSet("newline at the end", "https://h.example/t\n", Problem.ILLEGAL_CHARACTER, 19, 20),
        argumentSet("CR LF and a header", "https://h.example/t\r\nX: y", Problem.ILLEGAL_CHARACTER, 19, 20),
        argumentSet("tab", "https://h.example/\tt", Problem.ILLEGAL_CHARACTER, 18, 19),
        argumentSet("NUL", "https://h.example\u0000.evil.example", Problem.ILLEGAL_CHARACTER, 17, 18),
        argumentSet("no-break space", "https://h.example/t\u00A0", Problem.ILLEGAL_CHARACTER, 19, 20),
        argumentSet("zero-width space", "https://h\u200B.example/t", Problem.ILLEGAL_CHARACTER, 9, 10),
        argumentSet("zero-width joiner", "https://h\u200D.example/t", Problem.ILLEGAL_CHARACTER, 9, 10),
        argumentSet("soft hyphen", "https://h\u00ADost.example/t", Problem.ILLEGAL_CHARACTER, 9, 10),
        argumentSet("byte order mark", "\uFEFFhttps://h.example/t", Problem.ILLEGAL_CHARACTER, 0, 1),
        argumentSet("right-to-left override", "https://h.example/\u202Et", Problem.ILLEGAL_CHARACTER, 18, 19),
        argumentSet("line separator", "https://h.example/\u2028t", Problem.ILLEGAL_CHARACTER, 18, 19),
        argumentSet("next line", "https://h.example/\u0085t", Problem.ILLEGAL_CHARACTER, 18, 19),
        argumentSet("tag letter", "https://h.example/\uDB40\uDC61t", Problem.ILLEGAL_CHARACTER, 18, 20),
        argumentSet("lone high surrogate", "https://h.example/\uD800", Problem.ILLEGAL_CHARACTER, 18, 19),
        argumentSet("lone low surrogate in the host", "https://h\uDC00.example/", Problem.ILLEGAL_CHARACTER, 9, 10),
        argumentSet("label of 64", "https://" + "a".repeat(64) + ".b/", Problem.HOST, 8, 74),
        argumentSet("host of 255", "https://" + "a.".repeat(127) + "b/", Problem.HOST, 8, 263),
        argumentSet("host of 20,001 labels", "https://" + "a.".repeat(20_000) + "b/", Problem.HOST, 8, 40_009));
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void refusesWhatIsNotSeen(String url, Problem problem, int start, int end) {
    assertRefused(url, problem, start, end);
  }

  private static void assertRefused(String url, Problem problem, int start, int end) {
    EndpointException refusal = catchThrowableOfType(EndpointException.class, () -> Endpoint.parse(url));

    assertThat(refusal.problem()).isEqualTo(problem);
    assertThat(refusal.start()).isEqualTo(start);
    assertThat(refusal.end()).isEqualTo(end);
    assertThat(refusal).as("says nothing of the URL").hasMessage(problem.name()).hasNoCause();
  }

  /** Whatever is typed, the answer is an endpoint that fits into a request, or a refusal with a place in the text. */
  @Test
  void neverFailsOtherwise() {
    Random random = new Random(20261121);
    for (int i = 0; i < 15_000; i++) {
      String url = (random.nextBoolean() ? "https://" : "http://") + randomText(random);
      try {
        Endpoint endpoint = Endpoint.parse(url);
        assertThat(endpoint.host()).matches("[a-z0-9._-]+|[0-9a-f:.]+");
        assertThat(endpoint.target()).matches("/[!-~]*");
        assertThat(endpoint.tls() || endpoint.isLoopback()).isTrue();
      } catch (EndpointException e) {
        assertThat(e.start()).isBetween(0, url.length());
        assertThat(e.end()).isBetween(e.start(), url.length());
      }
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append(".-a/[]:%?@#&{}$".charAt(random.nextInt(15)));
        case 1 -> text.append("127.0.0.1");
        case 2 -> text.append((char) random.nextInt(0x3000));
        case 3 -> text.append((char) random.nextInt(0x10000));
        default -> text.appendCodePoint(random.nextInt(0x110000));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{{", "<", "[", "$", "your-", "@", "%", "?", ":", "a.", "{a", "["})
  void refusesOrReadsAMegabyteInTime(String piece) {
    String url = "https://h.example/" + piece.repeat(1_000_000 / piece.length());

    assertTimeoutPreemptively(ofSeconds(20), () -> {
      try {
        assertThat(Endpoint.parse(url).host()).isEqualTo("h.example");
      } catch (EndpointException e) {
        assertThat(e.end()).isLessThanOrEqualTo(url.length());
      }
    });
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/t, https://H.example:443/t, true",
    "https://h.example/t, https://h.example/t?a=b, false",
    "https://h.example/t, https://h.example:8443/t, false",
    "https://h.example/t, https://other.example/t, false",
    "https://localhost:80/t, http://localhost:80/t, false"
  })
  void isThePlaceThatARequestGoesTo(String one, String other, boolean same) throws EndpointException {
    assertThat(Endpoint.parse(one).isSameAs(Endpoint.parse(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"https://H.example/a/b?c=d, https://H.example", "http://[::1]:9, http://[::1]:9", "https://h.example?a=/, https://h.example"})
  void hasAnOriginAsItWasTyped(String url, String origin) {
    assertThat(Endpoint.ifValid(url)).map(Endpoint::origin).contains(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h.example", "http://h.example", "https://u:p@h.example"})
  void isNoneOfWhatNothingIsSentTo(String url) {
    assertThat(Endpoint.ifValid(url)).isEmpty();
  }
}
