package com.ailuxe.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** How refusals are kept, so that who asks again is told the same: a JSON text for each. */
final class KeptRefusals {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private KeptRefusals() {}

  static List<String> write(List<Refusal> refusals) {
    return refusals.stream().map(KeptRefusals::write).toList();
  }

  static List<Refusal> read(List<String> kept) {
    return kept.stream().map(KeptRefusals::read).toList();
  }

  private static String write(Refusal refusal) {
    try {
      return MAPPER.writeValueAsString(refusal);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Refusals are plain values", e);
    }
  }

  private static Refusal read(String kept) {
    try {
      return MAPPER.readValue(kept, Refusal.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A booking holds a refusal that nobody can read", e);
    }
  }
}
