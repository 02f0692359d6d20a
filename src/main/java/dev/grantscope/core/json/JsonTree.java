package dev.grantscope.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON (RFC 8259) read to and written from Jackson's trees, with Jackson's parser and generator, as its {@code JsonMapper} does it. The
 * mapper is left out since making one, with its formats of dates and its cache of classes, takes as long as a grant over loopback.
 */
public final class JsonTree {
  private static final JsonFactory FORGIVING = new JsonFactory();
  private static final JsonFactory STRICT = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /** An empty object. */
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /**
   * The value that the text is; of members with the same name the last; the missing node when there is nothing.
   *
   * @throws JacksonException if it is no JSON, or if anything comes after it
   */
  public static JsonNode read(String text) {
    try (JsonParser parser = parser(text)) {
      return whole(parser);
    }
  }

  /** What stands in a resource of ours, beside the class that reads it. */
  public static JsonNode resource(Class<?> reader, String name) {
    try (InputStream bytes = Objects.requireNonNull(reader.getResourceAsStream(name), name);
        JsonParser parser = FORGIVING.createParser(ObjectReadContext.empty(), bytes)) {
      return whole(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same, where no name may come twice.
   *
   * @throws JacksonException also if one does
   */
  public static JsonNode readStrictly(byte[] bytes) {
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), bytes)) {
      return whole(parser);
    }
  }

  /**
   * The value that the text begins with, its fractions exact.
   *
   * @throws JacksonException if it begins with no JSON
   * @throws NumberFormatException for an exponent beyond int
   */
  public static JsonNode readFirst(String text) {
    try (JsonParser parser = parser(text)) {
      return parser.nextToken() == null ? MissingNode.getInstance() : value(parser, true);
    }
  }

  /** For who wants to see the tokens. */
  public static JsonParser parser(String text) {
    return FORGIVING.createParser(ObjectReadContext.empty(), text);
  }

  private static JsonNode whole(JsonParser parser) {
    if (parser.nextToken() == null) {
      return MissingNode.getInstance();
    }
    JsonNode value = value(parser, false);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "trailing tokens");
    }
    return value;
  }

  /** As deep as the parser lets it go: 500. */
  private static JsonNode value(JsonParser parser, boolean exact) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          object.set(name, value(parser, exact));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, exact));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
          };
      case VALUE_NUMBER_FLOAT -> exact ? NODES.numberNode(parser.getDecimalValue()) : NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new StreamReadException(parser, "no value");
    };
  }

  /** On one line. */
  public static String text(JsonNode tree) {
    return written(tree, FORGIVING, ObjectWriteContext.empty());
  }

  /** On as many lines as it has members. */
  public static String pretty(JsonNode tree) {
    return written(tree, FORGIVING, new Pretty());
  }

  /** The same in UTF-8, or where it holds half a character, which UTF-8 cannot say, in ASCII. */
  public static byte[] prettyBytes(JsonNode tree) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(pretty(tree)));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException _) {
      JsonFactory ascii = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
      return written(tree, ascii, new Pretty()).getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static String written(JsonNode tree, JsonFactory factory, ObjectWriteContext context) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(context, out)) {
      copy(tree, generator);
    }
    return out.toString();
  }

  private static void copy(JsonNode tree, JsonGenerator generator) {
    try (JsonParser tokens = tree.traverse(ObjectReadContext.empty())) {
      tokens.nextToken();
      generator.copyCurrentStructure(tokens);
    }
  }

  /** Tells a generator to lay it out as the mapper does. */
  private static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }
  }
}
