package com.ailuxe.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What a contact does in a chat, as the control API takes it.
 *
 * @param type text, image, video, audio, voice, document, sticker, location, contacts, reaction,
 *     unsupported, number-change, marketing-stop, marketing-resume, revoke, flow (WhatsApp), edit,
 *     press; null for text, or for what the file is
 * @param text the text, the caption, the emoji of a reaction, the title of a button, or the fields
 *     of a flow as JSON
 * @param replyTo provider's id of the message that is quoted, reacted to, edited or taken back
 * @param name of a place or of a shared contact
 * @param phone of a shared contact, or the new number
 * @param mediaGroup makes files of one album
 * @param payload what a button sends back that no message of ours has
 */
record Saying(
    @Nullable String type,
    @Nullable String text,
    @Nullable String replyTo,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String name,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String mediaGroup,
    @Nullable String payload) {

  String typeWith(ProviderCall.@Nullable Upload file) {
    if (type != null) {
      return type;
    }
    if (file == null) {
      return "text";
    }
    var kind = file.mimeType().substring(0, file.mimeType().indexOf('/'));
    return kind.equals("image") || kind.equals("video") || kind.equals("audio") ? kind : "document";
  }

  String requiredText() {
    return required(text, "text");
  }

  String requiredPhone() {
    return required(phone, "phone").replaceAll("\\D", "");
  }

  String requiredReplyTo() {
    return required(replyTo, "replyTo");
  }

  String requiredPayload() {
    return required(payload, "payload");
  }

  private static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new Refused(400, name + " is missing");
    }
    return value;
  }
}
