package dev.grantscope.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.PrivateKeyPem.Read;
import dev.grantscope.core.secret.PrivateKeyPem.Reason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys as OpenSSL and others write them. */
class PrivateKeyPemTest {
  private static final BigInteger EC_NUMBER =
      new BigInteger("c3a372ba9287f6d7e90af472a6868e04c991ffe2bb40e9734968eb0a50ae7d0d", 16);

  private static KeyPair pair(String kind) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.startsWith("secp") ? "EC" : kind);
    if (kind.startsWith("secp")) {
      generator.initialize(new ECGenParameterSpec(kind));
    }
    return generator.generateKeyPair();
  }

  private static String pem(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "Bag Attributes\n  friendlyName: x\n-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  /** What stands in the OCTET STRING at the end of PKCS#8, up to the attributes that Java does not write. */
  private static byte[] inner(byte[] pkcs8, int length) {
    return Arrays.copyOfRange(pkcs8, pkcs8.length - length, pkcs8.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "secp256r1", "secp384r1", "secp521r1", "Ed25519"})
  void pkcs8IsRead(String kind) throws Exception {
    KeyPair pair = pair(kind);
    assertThat(PrivateKeyPem.read(pem("PRIVATE KEY", pair.getPrivate().getEncoded()), Secret.NONE))
        .isInstanceOfSatisfying(Read.Key.class, it -> assertThat(it.key()).isEqualTo(pair.getPrivate()));
  }

  @Test
  void theOlderFormOfRsaIsRead() throws Exception {
    KeyPair pair = pair("RSA");
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    // Sequence, version and algorithm take 22 bytes, and the octet string 4 more.
    String text = pem("RSA PRIVATE KEY", inner(pkcs8, pkcs8.length - 26));
    assertThat(PrivateKeyPem.read(text, Secret.NONE))
        .isInstanceOfSatisfying(Read.Key.class, it -> assertThat(it.key()).isEqualTo(pair.getPrivate()));
  }

  /** Written by "openssl ecparam -name prime256v1 -genkey", for this test. */
  @Test
  void theOlderFormOfEcIsRead() {
    String base64 =
        "MHcCAQEEIMOjcrqSh/bX6Qr0cqaGjgTJkf/iu0Dpc0lo6wpQrn0NoAoGCCqGSM49"
            + "AwEHoUQDQgAErBxqWXW5utdvJItC3Jcr3ln+aK1Wi353QgJJz/OzuVZP56gz0mP8"
            + "iXvAKTPYfbSbyHhXxhMI/Mur9vYhOd6KOQ==";
    byte[] der = Base64.getDecoder().decode(base64);
    String text = pem("EC PARAMETERS", new byte[] {6, 1, 1}) + pem("EC PRIVATE KEY", der);
    assertThat(PrivateKeyPem.read(text, Secret.NONE))
        .isInstanceOfSatisfying(
            Read.Key.class,
            it ->
                assertThat(((ECPrivateKey) it.key()).getS()).isEqualTo(EC_NUMBER));
  }

  /** The same key, by "openssl pkcs8 -topk8", with AES-256 and HMAC-SHA-256 and with AES-128 and HMAC-SHA-1. */
  @Test
  void aKeyThatOpensslEncryptedNeedsItsPassphrase() {
    List<String> texts =
        List.of(
          "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjBd8vqJL2hrAICCAAwDAYIKoZIhvcNAgkFADAdBglghk"
              + "gBZQMEASoEECF2JsmnTXK9PKU5MlX2AGYEgZAoiAt2FyLMMjaGFfLoAIjzXGGZHohVpRJIVbIYDEw8x+raE+BzPpnL"
              + "ge7PmQEv0jw8lKjtKTLzipG10/0LJFwegDmkej1R3PKVvCCiYfFoS90gt0fjOxhDbAWFbkOQ1NfHG2073apumXFmmj"
              + "wN2143y9l4DcAvJfhNXuIi82jqn3Spf/bCfAjCXnbJkC8CIy0=",
          "MIHeMEkGCSqGSIb3DQEFDTA8MBsGCSqGSIb3DQEFDDAOBAj5WMAfQHksGgICCAAwHQYJYIZIAWUDBAECBBA3qZtKak"
              + "hmLJRs4G1b72MQBIGQ7gP/CSK5MKf4EAjUz3PP2NmeceaM9qU6C5pk73ugGIZkFG1t0caDr9vUffC/EsxxnGipVnRm"
              + "Ya2YM82yZnWcYxvFyk8x6ra4MEqobLEWDG8KhQW739rRUhP8AJzT+wYrb4xbUWLmM0BST6a6besegxVCrT9PWAtSKH"
              + "KC2pX2WJOHJ2l5POjderOaiYD/etfX");
    for (String base64 : texts) {
      String text = pem("ENCRYPTED PRIVATE KEY", Base64.getDecoder().decode(base64));
      assertThat(PrivateKeyPem.read(text, Secret.of("canary phrase ä")))
          .isInstanceOfSatisfying(Read.Key.class, it -> assertThat(((ECPrivateKey) it.key()).getS()).isEqualTo(EC_NUMBER));
      assertThat(PrivateKeyPem.read(text, Secret.NONE)).isEqualTo(new Read.Failed(Reason.PASSPHRASE_NEEDED));
      assertThat(PrivateKeyPem.read(text, Secret.of("another phrase"))).isEqualTo(new Read.Failed(Reason.PASSPHRASE_WRONG));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', NONE",
    "-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----, NONE",
    "-----BEGIN PRIVATE KEY-----MIIB-----END PRIVATE KEY-----, UNSUPPORTED",
    "-----BEGIN PRIVATE KEY-----MIIB, DAMAGED",
    "-----BEGIN RSA PRIVATE KEY-----Proc-Type: 4;ENCRYPTED DEK-Info: AES-256-CBC;00 MIIB-----END RSA PRIVATE KEY-----, UNSUPPORTED",
    "-----BEGIN EC PRIVATE KEY-----MIIB-----END EC PRIVATE KEY-----, DAMAGED",
    "-----BEGIN OPENSSH PRIVATE KEY-----b3BlbnNzaA==-----END OPENSSH PRIVATE KEY-----, UNSUPPORTED",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----MIIB-----END ENCRYPTED PRIVATE KEY-----, DAMAGED",
  })
  void whatIsNoKeyIsSaid(String text, Reason reason) {
    assertThat(PrivateKeyPem.read(text, Secret.of("x"))).isEqualTo(new Read.Failed(reason));
  }
}
