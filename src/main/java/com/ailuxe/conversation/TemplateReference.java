package com.ailuxe.conversation;

import java.util.Map;

/**
 * Which template of the provider can stand for a message, where the agency has one approved.
 *
 * @param stem names the notice, for example {@code reminder-48h}
 * @param language BCP 47, that of the message
 * @param parameters all facts that such a template may want, by name, each in one line
 */
public record TemplateReference(String stem, String language, Map<String, String> parameters) {
  public TemplateReference {
    parameters = Map.copyOf(parameters);
    if (stem.isBlank() || language.isBlank()) {
      throw new IllegalArgumentException("A template is known by its stem and its language");
    }
  }
}
