package dev.grantscope.core.grant;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.grant.GrantOutcome.Reason;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.wire.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * A body read as JSON (RFC 8259), forgiving in reading and exact in saying what had to be forgiven.
 *
 * @param value the value, of duplicate members the last
 */
record JsonBody(JsonNode value, List<AnswerNote> notes) {
  private static final AnswerNote TRAILING = new AnswerNote(Kind.TRAILING_TEXT, "");

  /** Why there is no value, in terms of {@link GrantOutcome}. */
  static final class UnreadException extends Exception {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** What the parser says of it quotes the text, which may hold a token: it is no cause of this. */
    private UnreadException(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  /**
   * Reads it.
   *
   * @throws UnreadException when it is no JSON at all, or begins as JSON and goes beyond any sensible depth or number
   */
  static JsonBody read(Bytes body) throws UnreadException {
    Set<AnswerNote> notes = new LinkedHashSet<>();
    String text = text(body, notes);
    try {
      JsonNode value = JsonTree.readFirst(text);
      look(text, notes);
      // "404 page not found" begins with a JSON number and is none the less text.
      if (value.isMissingNode() || (!value.isContainer() && notes.contains(TRAILING))) {
        throw new UnreadException(Reason.NOT_JSON);
      }
      return new JsonBody(value, List.copyOf(notes));
    } catch (StreamConstraintsException e) {
      // Its own word for which limit it was.
      boolean deep = String.valueOf(e.getOriginalMessage()).contains("nesting depth");
      throw new UnreadException(deep ? Reason.JSON_TOO_DEEP : Reason.JSON_TOO_LONG);
    } catch (NumberFormatException _) {
      // Of an exponent beyond int, such as 1e99999999999.
      throw new UnreadException(Reason.JSON_TOO_LONG);
    } catch (JacksonException _) {
      throw new UnreadException(Reason.NOT_JSON);
    }
  }

  private static String text(Bytes body, Set<AnswerNote> notes) {
    byte[] bytes = body.toArray();
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    if (!charset.equals(StandardCharsets.UTF_8) || !body.isText()) {
      notes.add(new AnswerNote(Kind.NOT_UTF8, charset.equals(StandardCharsets.UTF_8) ? "" : charset.name()));
    }
    if (text.startsWith("\uFEFF")) {
      notes.add(new AnswerNote(Kind.BYTE_ORDER_MARK, ""));
      return text.substring(1);
    }
    return text;
  }

  /** JSON begins with two ASCII characters, so that where its zeros stand tells UTF-16 (RFC 4627 §3). */
  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2) {
      int first = bytes[0] & 0xFF;
      int second = bytes[1] & 0xFF;
      if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
        return StandardCharsets.UTF_16BE;
      }
      if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
        return StandardCharsets.UTF_16LE;
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** Walks the members of the outermost object and on past its end, for what the tree does not tell. */
  private static void look(String text, Set<AnswerNote> notes) {
    try (JsonParser parser = JsonTree.parser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else {
        Set<String> seen = new LinkedHashSet<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          if (!seen.add(name)) {
            notes.add(new AnswerNote(Kind.DUPLICATE_MEMBER, AnswerNote.cut(name)));
          }
          parser.nextToken();
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        notes.add(TRAILING);
      }
    } catch (JacksonException e) {
      notes.add(TRAILING);
    }
  }
}
