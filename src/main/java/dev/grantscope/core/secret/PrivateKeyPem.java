package dev.grantscope.core.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Reads a private key from PEM text (RFC 7468): PKCS#8, plain or encrypted (RFC 5958), and the older forms of OpenSSL for RSA (RFC 8017
 * App. A.1.2) and EC (RFC 5915). No message repeats anything of the text.
 */
public final class PrivateKeyPem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ((?:ENCRYPTED |RSA |EC |DSA |OPENSSH )?PRIVATE KEY)-----([^-]*)-----END \\1-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
  private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC_ALGORITHM = HexFormat.of().parseHex("06072a8648ce3d0201");

  private PrivateKeyPem() {}

  /** What came of reading. */
  public sealed interface Read {
    record Key(PrivateKey key) implements Read {}

    record Failed(Reason reason) implements Read {}
  }

  /** Why there is no key. */
  public enum Reason {
    /** There is no private key in the text. */
    NONE,
    /** It is encrypted, and there is no passphrase. */
    PASSPHRASE_NEEDED,
    PASSPHRASE_WRONG,
    /** Of a kind or in an encryption that is not supported, such as OpenSSL's own older encryption. */
    UNSUPPORTED,
    DAMAGED
  }

  /** The first private key of the text. */
  public static Read read(String text, Secret passphrase) {
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return new Read.Failed(text.contains("PRIVATE KEY-----") ? oldEncryption(text) : Reason.NONE);
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      return switch (block.group(1)) {
        case "PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(der));
        case "RSA PRIVATE KEY" -> key(pkcs8(RSA_ALGORITHM, der));
        case "EC PRIVATE KEY" -> key(pkcs8(sequence(EC_ALGORITHM, curve(der)), der));
        case "ENCRYPTED PRIVATE KEY" ->
            passphrase.isEmpty() ? new Read.Failed(Reason.PASSPHRASE_NEEDED) : decrypted(der, passphrase);
        default -> new Read.Failed(Reason.UNSUPPORTED);
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Read.Failed(Reason.DAMAGED);
    }
  }

  /** OpenSSL before 1.0 wrote "Proc-Type: 4,ENCRYPTED" into the block, with a key derivation that is worth nothing today. */
  private static Reason oldEncryption(String text) {
    return text.contains("Proc-Type:") ? Reason.UNSUPPORTED : Reason.DAMAGED;
  }

  private static Read decrypted(byte[] der, Secret passphrase) {
    char[] characters = passphrase.reveal().toCharArray();
    PBEKeySpec password = new PBEKeySpec(characters);
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      // Of PBES2 (RFC 8018 §6.2) Java has the name of the scheme in the text of its parameters only.
      String scheme = info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
      Cipher cipher = Cipher.getInstance(scheme);
      cipher.init(
          Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(scheme).generateSecret(password), info.getAlgParameters());
      return decrypted(info, cipher);
    } catch (IOException e) {
      return new Read.Failed(Reason.DAMAGED);
    } catch (GeneralSecurityException e) {
      return new Read.Failed(Reason.UNSUPPORTED);
    } finally {
      password.clearPassword();
      Arrays.fill(characters, '\0');
    }
  }

  private static Read decrypted(EncryptedPrivateKeyInfo info, Cipher cipher) {
    try {
      return key(info.getKeySpec(cipher));
    } catch (InvalidKeySpecException e) {
      return new Read.Failed(Reason.PASSPHRASE_WRONG);
    }
  }

  private static Read key(KeySpec spec) {
    for (String algorithm : ALGORITHMS) {
      Optional<PrivateKey> key = key(spec, algorithm);
      if (key.isPresent()) {
        return new Read.Key(key.get());
      }
    }
    return new Read.Failed(Reason.UNSUPPORTED);
  }

  private static Optional<PrivateKey> key(KeySpec spec, String algorithm) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** RFC 5958 §2: version 0, algorithm, key. */
  private static PKCS8EncodedKeySpec pkcs8(byte[] algorithm, byte[] key) {
    return new PKCS8EncodedKeySpec(sequence(new byte[] {2, 1, 0}, algorithm, tagged(4, key)));
  }

  /** RFC 5915 §3: the curve stands behind the version and the key, in brackets of its own (0xA0). */
  private static byte[] curve(byte[] der) {
    int at = contentOf(der, 0);
    at = contentOf(der, at) + lengthOf(der, at);
    at = contentOf(der, at) + lengthOf(der, at);
    if (der[at] != (byte) 0xA0) {
      throw new IllegalArgumentException();
    }
    int start = contentOf(der, at);
    return Arrays.copyOfRange(der, start, start + lengthOf(der, at));
  }

  private static int contentOf(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first - 0x80);
  }

  private static int lengthOf(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < first - 0x80; i++) {
      length = (length << 8) + (der[at + 2 + i] & 0xFF);
    }
    return length;
  }

  private static byte[] sequence(byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    return tagged(0x30, content.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.length < 0x80) {
      all.write(content.length);
    } else if (content.length < 0x100) {
      all.writeBytes(new byte[] {(byte) 0x81, (byte) content.length});
    } else {
      all.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length});
    }
    all.writeBytes(content);
    return all.toByteArray();
  }
}
