package dev.grantscope.core.render;

import java.util.Arrays;

/** The kinds of a text from its start to its end, kept as the places where the kind changes: four bytes each. */
final class Highlights {
  static final Highlights NONE = new Builder().build();

  private static final TextKind[] KINDS = TextKind.values();
  private static final int KIND_BITS = 4;

  private final int[] changes;

  private Highlights(int[] changes) {
    this.changes = changes;
  }

  /** The index of the piece in which this offset lies, or -1 before the first. */
  int pieceAt(int offset) {
    int found = Arrays.binarySearch(changes, (offset << KIND_BITS) | KINDS.length);
    return -found - 2;
  }

  TextKind kind(int piece) {
    return piece < 0 ? TextKind.PLAIN : KINDS[changes[piece] & ((1 << KIND_BITS) - 1)];
  }

  /** Where the piece ends, exclusive. */
  int end(int piece) {
    return piece + 1 < changes.length ? changes[piece + 1] >>> KIND_BITS : Integer.MAX_VALUE;
  }

  /** Takes pieces in ascending order. */
  static final class Builder {
    private int[] changes = new int[64];
    private int size;
    private TextKind last = TextKind.PLAIN;

    /** From this offset on the text is of this kind, until the next call. */
    @SuppressWarnings("EnumOrdinal") // The number never leaves this class.
    Builder from(int offset, TextKind kind) {
      if (kind != last) {
        if (size > 0 && changes[size - 1] >>> KIND_BITS == offset) {
          size--;
        }
        if (size == changes.length) {
          changes = Arrays.copyOf(changes, size * 2);
        }
        changes[size++] = (offset << KIND_BITS) | kind.ordinal();
        last = kind;
      }
      return this;
    }

    Highlights build() {
      return new Highlights(Arrays.copyOf(changes, size));
    }
  }
}
