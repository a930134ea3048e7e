package com.ailuxe.booking;

import com.ailuxe.shared.PlainJson;
import java.util.List;

/** How refusals are kept, so that whoever asks again gets the same answer: a JSON text for each. */
final class KeptRefusals {
  private KeptRefusals() {}

  static List<String> write(List<Refusal> refusals) {
    return refusals.stream().map(PlainJson::write).toList();
  }

  static List<Refusal> read(List<String> kept) {
    return kept.stream().map(text -> PlainJson.read(text, Refusal.class)).toList();
  }
}
