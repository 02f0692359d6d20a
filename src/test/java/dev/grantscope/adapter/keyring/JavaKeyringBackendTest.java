package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.keyring.JavaKeyringBackend.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaKeyringBackendTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          No stored credentials match dev.grantscope account: a,             NOT_FOUND
          No password to delete. No stored credentials match x account: y,   NOT_FOUND
          Too many stored credentials match dev.grantscope account: a,       DUPLICATE
          Password is not in wallet,                                         NOT_FOUND
          "Password cannot be deleted, it is not in wallet",                 NOT_FOUND
          The specified item could not be found in the keychain.,            NOT_FOUND
          Failed to get credential. User canceled the operation.,            LOCKED
          Error code 1168,                                                   NOT_FOUND
          Error code 11680,                                                  UNKNOWN
          Error code 1312,                                                   UNAVAILABLE
          Error code 1783,                                                   TOO_LARGE
          Error code 5,                                                      UNKNOWN
          ,                                                                  UNKNOWN
          """)
  void sortsWhatTheLibrarySays(String message, Answer answer) {
    assertThat(JavaKeyringBackend.sort(message)).isEqualTo(answer);
  }
}
