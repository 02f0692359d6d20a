package dev.grantscope.presenter;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;

/** The ways of sending that one list offers: client authentication and body format together. */
public enum SendAs {
  BASIC_FORM(ClientAuthenticationMethod.BASIC, BodyFormat.FORM),
  BASIC_RAW_FORM(ClientAuthenticationMethod.BASIC_RAW, BodyFormat.FORM),
  POST_FORM(ClientAuthenticationMethod.POST, BodyFormat.FORM),
  POST_JSON(ClientAuthenticationMethod.POST, BodyFormat.JSON),
  BASIC_JSON(ClientAuthenticationMethod.BASIC, BodyFormat.JSON),
  BASIC_RAW_JSON(ClientAuthenticationMethod.BASIC_RAW, BodyFormat.JSON),
  NONE_FORM(ClientAuthenticationMethod.NONE, BodyFormat.FORM),
  NONE_JSON(ClientAuthenticationMethod.NONE, BodyFormat.JSON),
  TLS_FORM(ClientAuthenticationMethod.TLS_CLIENT_AUTH, BodyFormat.FORM),
  TLS_JSON(ClientAuthenticationMethod.TLS_CLIENT_AUTH, BodyFormat.JSON),
  KEY_FORM(ClientAuthenticationMethod.PRIVATE_KEY_JWT, BodyFormat.FORM),
  KEY_JSON(ClientAuthenticationMethod.PRIVATE_KEY_JWT, BodyFormat.JSON);

  private final ClientAuthenticationMethod authentication;
  private final BodyFormat bodyFormat;

  SendAs(ClientAuthenticationMethod authentication, BodyFormat bodyFormat) {
    this.authentication = authentication;
    this.bodyFormat = bodyFormat;
  }

  public ClientAuthenticationMethod authentication() {
    return authentication;
  }

  public BodyFormat bodyFormat() {
    return bodyFormat;
  }

  static SendAs of(ClientAuthenticationMethod authentication, BodyFormat bodyFormat) {
    for (SendAs way : values()) {
      if (way.authentication == authentication && way.bodyFormat == bodyFormat) {
        return way;
      }
    }
    throw new IllegalArgumentException(authentication + " " + bodyFormat);
  }
}
