package com.ailuxe.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How terms are kept: the same terms give the same text, and what is not known is not there. */
final class ContractJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private ContractJson() {}

  static String write(Object terms) {
    try {
      return MAPPER.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Terms are plain values", e);
    }
  }
}
