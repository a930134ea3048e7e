package com.ailuxe.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message templates that Meta has approved for our number. */
final class WhatsAppTemplates {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d+)}}");

  private final List<Template> approved;

  private WhatsAppTemplates(List<Template> approved) {
    this.approved = approved;
  }

  static WhatsAppTemplates load() {
    try (var file =
        WhatsAppTemplates.class.getResourceAsStream("/simulator/whatsapp-templates.json")) {
      return new WhatsAppTemplates(Json.MAPPER.readValue(file, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Template> find(String name, String language) {
    return approved.stream()
        .filter(template -> template.name.equals(name) && template.language.equals(language))
        .findFirst();
  }

  /**
   * One template in one language.
   *
   * @param header DOCUMENT where a file must come with it
   * @param buttons titles of its quick replies, which a file need not have
   */
  record Template(
      String name, String language, String body, @Nullable String header, List<String> buttons) {
    Template {
      buttons = buttons == null ? List.of() : List.copyOf(buttons);
    }

    long placeholders() {
      return PLACEHOLDER.matcher(body).results().map(found -> found.group(1)).distinct().count();
    }

    String with(List<String> parameters) {
      return PLACEHOLDER
          .matcher(body)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(parameters.get(Integer.parseInt(found.group(1)) - 1)));
    }
  }
}
