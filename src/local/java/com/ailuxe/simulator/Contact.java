package com.ailuxe.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone with a phone who chats with the agency.
 *
 * @param id short name used in the control API
 * @param phone digits only, as WhatsApp writes it; null for one known by {@code userId} alone
 * @param userId the business-scoped user id (BSUID) of WhatsApp
 * @param username the public handle, shown by both providers
 * @param telegramId the user id and, as chats are private, the chat id of Telegram
 * @param wroteAt when this contact wrote last, of what is not in the chats here; null for never
 */
record Contact(
    String id,
    String name,
    @Nullable String phone,
    @Nullable String userId,
    @Nullable String username,
    @Nullable Long telegramId,
    String language,
    PhoneState state,
    @Nullable Instant wroteAt) {

  /** Whether the phone takes messages. */
  enum PhoneState {
    ON,
    OFF,
    BLOCKS_US
  }

  Contact {
    if (name.isBlank()) {
      throw new Refused(400, "a contact needs a name");
    }
    if (phone != null && !phone.matches("[1-9][0-9]{6,14}")) {
      throw new Refused(400, "phone must be an international number, digits only: " + phone);
    }
    if (phone == null && userId == null && telegramId == null) {
      throw new Refused(400, "a contact needs a phone, a userId or a telegramId");
    }
  }

  static List<Contact> seeded() {
    return List.of(
        seed("amelie", "Amélie Laurent", "33612345678", "FR.7720145518903361", null, 700001L, "fr"),
        seed("james", "James Whitfield", "447700900123", null, null, null, "en"),
        seed("sofia", "Sofia Marino", null, "IT.4419208655302741", "sofia.marino", null, "it"),
        seed("khalid", "خالد المنصوري", "971501234567", "AE.9081125540017733", null, 700002L, "ar"),
        seed("yuki", "Yuki Tanaka", null, null, "yuki_tanaka", 700003L, "ja"),
        seed("elena", "Elena Petrova", null, null, null, 700004L, "en"));
  }

  private static Contact seed(
      String id,
      String name,
      @Nullable String phone,
      @Nullable String userId,
      @Nullable String username,
      @Nullable Long telegramId,
      String language) {
    return new Contact(
        id, name, phone, userId, username, telegramId, language, PhoneState.ON, null);
  }

  @JsonProperty
  List<Channel> channels() {
    return List.of(Channel.values()).stream().filter(this::uses).toList();
  }

  boolean uses(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> phone != null || userId != null;
      case TELEGRAM -> telegramId != null;
    };
  }

  String firstName() {
    var space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  @Nullable String lastName() {
    var space = name.indexOf(' ');
    return space < 0 ? null : name.substring(space + 1);
  }

  Contact withPhone(String newPhone) {
    return new Contact(id, name, newPhone, userId, username, telegramId, language, state, wroteAt);
  }

  Contact withState(PhoneState newState) {
    return new Contact(id, name, phone, userId, username, telegramId, language, newState, wroteAt);
  }

  static String idFrom(String name) {
    var id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return id.replaceAll("^-|-$", "");
  }
}
