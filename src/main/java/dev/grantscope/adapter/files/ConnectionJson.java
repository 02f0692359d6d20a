package dev.grantscope.adapter.files;

import static dev.grantscope.adapter.files.ProfileJson.choice;
import static dev.grantscope.adapter.files.ProfileJson.require;
import static dev.grantscope.adapter.files.ProfileJson.text;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A connection as a JSON object. */
final class ConnectionJson {
  private ConnectionJson() {}

  /**
   * Reads it.
   *
   * @param otherwise what a file means that does not have it
   * @throws IllegalArgumentException if a member is of the wrong kind
   */
  static Connection read(JsonNode node, Connection otherwise) {
    if (node.isMissingNode()) {
      return otherwise;
    }
    require(node.isObject());
    return new Connection(
        choice(text(node, "proxy", otherwise.proxy().wireName()), ProxyMode.values(), ProxyMode::wireName),
        text(node, "proxyUrl", ""),
        text(node, "proxyUser", ""),
        text(node, "authorities", ""),
        text(node, "clientCertificate", ""),
        text(node, "passwordHost", ""));
  }

  /** Writes it over what the file had of it, whose other members stay. */
  static void write(Connection connection, ObjectNode node) {
    node.put("proxy", connection.proxy().wireName());
    node.put("proxyUrl", connection.proxyUrl());
    node.put("proxyUser", connection.proxyUser());
    node.put("authorities", connection.authorities());
    node.put("clientCertificate", connection.clientCertificate());
    node.put("passwordHost", connection.passwordHost());
  }
}
