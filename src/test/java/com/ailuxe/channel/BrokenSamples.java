package com.ailuxe.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;

/** What providers send, with something broken in each: in its structure, or in its bytes. */
final class BrokenSamples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int SLOTS = 10_000;

  private BrokenSamples() {}

  /** Breaks samples without end, and in the same way for the same seed. */
  static Stream<byte[]> of(List<byte[]> samples, long seed) {
    var structures = breaks().list().ofMinSize(1).ofMaxSize(4);
    var bytes =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(List.<ByteBreak>of())),
            Tuple.of(1, byteBreaks().list().ofMinSize(1).ofMaxSize(3)));
    return Combinators.combine(Arbitraries.of(samples), structures, bytes)
        .as(BrokenSamples::broken)
        .generator(1000)
        .stream(new Random(seed))
        .map(Shrinkable::value);
  }

  private static byte[] broken(byte[] sample, List<Break> structures, List<ByteBreak> bytes) {
    try {
      var root = NODES.arrayNode().add(JSON.readTree(sample));
      structures.forEach(each -> each.apply(root));
      var broken = root.isEmpty() ? new byte[0] : JSON.writeValueAsBytes(root.get(0));
      for (var each : bytes) {
        broken = each.apply(broken);
      }
      return broken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private enum Kind {
    REMOVE,
    REPLACE,
    REPEAT,
    RENAME,
    WRAP,
    REVERSE
  }

  /**
   * @param slot which place of the document, counted round and round
   */
  private record Break(Kind kind, int slot, JsonNode value) {
    void apply(ArrayNode root) {
      var slots = new ArrayList<Slot>();
      collect(root, slots);
      if (!slots.isEmpty()) {
        apply(slots.get(slot % slots.size()));
      }
    }

    private void apply(Slot at) {
      switch (kind) {
        case REMOVE -> at.remove();
        case REPLACE -> at.set(value);
        case REPEAT -> at.repeat();
        case RENAME -> at.rename(value.asText());
        case WRAP -> at.set(NODES.arrayNode().add(at.get()));
        case REVERSE -> at.reverse();
      }
    }
  }

  /** One value within an object or an array. */
  private record Slot(JsonNode parent, String field, int index) {
    JsonNode get() {
      return parent.isObject() ? parent.get(field) : parent.get(index);
    }

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(field, value);
      } else {
        ((ArrayNode) parent).set(index, value);
      }
    }

    void remove() {
      if (parent instanceof ObjectNode object) {
        object.remove(field);
      } else {
        ((ArrayNode) parent).remove(index);
      }
    }

    void repeat() {
      if (parent instanceof ArrayNode array) {
        array.insert(index, get().deepCopy());
      }
    }

    void rename(String name) {
      if (parent instanceof ObjectNode object) {
        object.set(name, object.remove(field));
      }
    }

    void reverse() {
      if (get() instanceof ArrayNode array) {
        var items = new ArrayList<JsonNode>();
        array.forEach(items::addFirst);
        array.removeAll().addAll(items);
      }
    }
  }

  private static void collect(JsonNode node, List<Slot> slots) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              slots.add(new Slot(node, field, 0));
              collect(node.get(field), slots);
            });
    if (node.isArray()) {
      for (var index = 0; index < node.size(); index++) {
        slots.add(new Slot(node, "", index));
        collect(node.get(index), slots);
      }
    }
  }

  private static Arbitrary<Break> breaks() {
    return Combinators.combine(
            Arbitraries.of(Kind.class), Arbitraries.integers().between(0, SLOTS), values())
        .as(Break::new);
  }

  private static Arbitrary<JsonNode> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(400).map(NODES::textNode),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.doubles().map(NODES::numberNode),
        Arbitraries.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.textNode(""),
            NODES.textNode(" \u00a0\u200f"),
            NODES.textNode("\u0000"),
            NODES.textNode("a\u0000b"),
            NODES.textNode("\ud83e"),
            NODES.textNode("\udd84\ud83e"),
            NODES.textNode("99999999999999999999"),
            NODES.textNode("-1"),
            NODES.textNode("STOP"),
            NODES.textNode("text"),
            NODES.textNode("interactive"),
            NODES.textNode("x".repeat(70_000)),
            NODES.textNode("'; drop table inbox; --"),
            NODES.textNode("${7*7} {{7*7}} ${simple:body}"),
            NODES.numberNode(new BigInteger("9".repeat(400))),
            NODES.numberNode(new BigDecimal("1e-400")),
            nested(200)));
  }

  private static JsonNode nested(int depth) {
    var node = NODES.arrayNode();
    for (var level = 0; level < depth; level++) {
      node = NODES.arrayNode().add(node);
    }
    return node;
  }

  private enum ByteKind {
    FLIP,
    INSERT,
    CUT,
    TRUNCATE
  }

  private record ByteBreak(ByteKind kind, int at, byte value) {
    byte[] apply(byte[] bytes) {
      if (bytes.length == 0) {
        return bytes;
      }
      var place = at % bytes.length;
      var head = Arrays.copyOf(bytes, place);
      var tail = Arrays.copyOfRange(bytes, place, bytes.length);
      return switch (kind) {
        case FLIP -> joined(head, new byte[] {(byte) (tail[0] ^ value)}, drop(tail, 1));
        case INSERT -> joined(head, new byte[] {value}, tail);
        case CUT -> joined(head, drop(tail, value & 0x3f));
        case TRUNCATE -> head;
      };
    }

    private static byte[] drop(byte[] bytes, int count) {
      return Arrays.copyOfRange(bytes, Math.min(count, bytes.length), bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
      var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
      var all = ByteBuffer.allocate(length);
      Arrays.stream(parts).forEach(all::put);
      return all.array();
    }
  }

  private static Arbitrary<ByteBreak> byteBreaks() {
    return Combinators.combine(
            Arbitraries.of(ByteKind.class),
            Arbitraries.integers().between(0, Integer.MAX_VALUE),
            Arbitraries.bytes())
        .as(ByteBreak::new);
  }
}
