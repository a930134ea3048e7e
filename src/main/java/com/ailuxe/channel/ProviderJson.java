package com.ailuxe.channel;

import com.ailuxe.channel.WebhookRefused.Reason;
import com.ailuxe.shared.Letters;
import com.ailuxe.shared.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what providers send. Their documents grow without notice, so fields are looked up one by
 * one, unknown ones are ignored, and a field of an unexpected type counts as absent.
 */
final class ProviderJson {
  /** Longest provider's id that is used as it is; longer ones do not fit into an index. */
  static final int MAX_ID_LENGTH = 255;

  private static final Pattern REFERENCE = Pattern.compile("(?!\\.)[A-Za-z0-9._:=-]+");

  private static final Pattern NO_NOISE = Pattern.compile("(?!)");

  private static final int MAX_READABLE = 2000;
  private static final int MAX_PARTS = 100;
  private static final int MAX_DEPTH = 12;
  private static final int MAX_DIGITS = 40;

  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private static final long YEAR_2100 = 4_102_444_800L;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ProviderJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] write(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws WebhookRefused when the bytes are no JSON object
   */
  static JsonNode readWebhook(byte @Nullable [] body) {
    try {
      var json = MAPPER.readTree(body == null ? new byte[0] : body);
      if (json.isObject()) {
        return json;
      }
      var found = json.isMissingNode() ? "nothing" : json.getNodeType().name();
      throw new WebhookRefused(
          Reason.MALFORMED, "The body holds " + found.toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new WebhookRefused(Reason.MALFORMED, "The body is no JSON" + place(e));
    }
  }

  private static String place(IOException failure) {
    return failure instanceof JsonProcessingException json && json.getLocation() != null
        ? " at line %d, column %d"
            .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
        : "";
  }

  /** The object in the bytes; empty when there is none. */
  static Optional<JsonNode> read(byte @Nullable [] body) {
    if (body == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A field's text, or a whole number's digits; null when it is absent or anything else. */
  static @Nullable String text(JsonNode parent, String field) {
    var node = parent.path(field);
    return node.isTextual() || node.isIntegralNumber() ? storable(node.asText()) : null;
  }

  /** A field that names something: like {@link #text}, but neither blank nor overlong. */
  static @Nullable String id(JsonNode parent, String field) {
    var text = text(parent, field);
    return text == null || text.isBlank() || text.length() > MAX_ID_LENGTH ? null : text;
  }

  /**
   * An id that a provider wants to have back in a call. Of all characters that providers use in
   * those, none means anything in an address; null when there is another one.
   */
  static @Nullable String reference(JsonNode parent, String field) {
    var id = id(parent, field);
    return id != null && REFERENCE.matcher(id).matches() ? id : null;
  }

  /**
   * All texts and numbers in a document, each after its name, for people; empty when there are
   * none.
   */
  static String readable(JsonNode node) {
    return shortened(collected(null, node, NO_NOISE));
  }

  /** The part of a text that people read in a form. */
  static String shortened(String text) {
    return text.length() <= MAX_READABLE ? text : Letters.beginning(text, MAX_READABLE - 1) + "…";
  }

  /** The values in a node as people read them, after a name. */
  static String readable(String name, JsonNode node) {
    return collected(name, node, NO_NOISE);
  }

  /**
   * The values in a node as people read them, after a name and without noise.
   *
   * @param noise that no value begins with for people
   */
  static String readable(String name, JsonNode node, Pattern noise) {
    return collected(name, node, noise);
  }

  private static String collected(@Nullable String name, JsonNode node, Pattern noise) {
    var parts = new ArrayList<String>();
    collect(name, node, noise, parts, 0);
    return String.join("; ", parts);
  }

  /**
   * A value as people write it: a number without an exponent, unless it would have more digits than
   * anybody means. An exponent of nine digits is a text of as many characters.
   */
  static String plain(JsonNode value) {
    if (!value.isNumber()) {
      return storable(value.asText());
    }
    var number = value.decimalValue();
    return Math.abs((long) number.scale()) <= MAX_DIGITS
        ? number.toPlainString()
        : number.toString();
  }

  private static void collect(
      @Nullable String name, JsonNode node, Pattern noise, List<String> parts, int depth) {
    if (depth > MAX_DEPTH || parts.size() > MAX_PARTS) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(field.getKey(), field.getValue(), noise, parts, depth + 1));
    } else if (node.isArray()) {
      node.forEach(element -> collect(name, element, noise, parts, depth + 1));
    } else if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
      var value = without(noise, plain(node).strip());
      parts.add(name == null ? value : spaced(storable(name)) + ": " + value);
    }
  }

  /** Whoever puts something in front of a value has no spaces in it either. */
  private static String without(Pattern noise, String value) {
    var found = noise.matcher(value);
    return found.lookingAt() ? spaced(value.substring(found.end())) : value;
  }

  private static String spaced(String name) {
    return name.replace('_', ' ');
  }

  /** Latitude and longitude in degrees; null when one of them is absent or no number. */
  static @Nullable String coordinates(JsonNode location) {
    var latitude = location.path("latitude");
    var longitude = location.path("longitude");
    return latitude.isNumber() && longitude.isNumber()
        ? plain(latitude) + " " + plain(longitude)
        : null;
  }

  /** Seconds since 1970, as a number or a text, in a year that can be meant; null otherwise. */
  private static @Nullable Instant instant(JsonNode parent, String field) {
    var text = text(parent, field);
    if (text == null || !text.matches("[0-9]{1,10}")) {
      return null;
    }
    var seconds = Long.parseLong(text);
    return seconds > YEAR_2100 ? null : Instant.ofEpochSecond(seconds);
  }

  /**
   * When something happened, by the provider's clock, which may be a little ahead of ours; now
   * where that is not given, or is a time that is yet to come: nobody has written then, and words
   * of then would be the newest for as long.
   */
  static Instant moment(JsonNode parent, String field, Clock clock) {
    var given = instant(parent, field);
    var now = clock.instant();
    return given == null || given.isAfter(now.plus(MOST_AHEAD)) ? now : given;
  }

  /** The document as text, with characters that PostgreSQL refuses left in their escaped form. */
  static String payload(JsonNode node) {
    return storable(node.toString());
  }

  /** An id for an event that has none: the same content gives the same id. */
  static String fingerprint(JsonNode node) {
    return "sha256:" + Sha256.hex(write(node));
  }

  /** Drops U+0000 and replaces halves of surrogate pairs: PostgreSQL stores neither. */
  static String storable(String text) {
    var encoded = StandardCharsets.UTF_8.encode(text.replace("\u0000", ""));
    return StandardCharsets.UTF_8
        .decode(ByteBuffer.wrap(encoded.array(), 0, encoded.limit()))
        .toString();
  }
}
