package com.ailuxe.concierge;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model that drafts the answers, behind any OpenAI-compatible address. With neither a
 * key nor an address the built-in rules answer.
 *
 * @param baseUrl for example {@code https://api.deepseek.com} (used when there is only a key),
 *     {@code https://api.openai.com/v1} or {@code http://localhost:11434/v1}
 * @param apiKey left out for a server that needs none
 * @param model its name at that address; {@code deepseek-chat} where no address is given
 * @param timeout for the whole answer, a second attempt included; at most 90 seconds, so that it
 *     ends before the job that waits for it
 */
@ConfigurationProperties("ailuxe.concierge")
public record ConciergeProperties(
    @Nullable URI baseUrl,
    @Nullable String apiKey,
    @DefaultValue(COMPLETIONS) String completionsPath,
    @Nullable String model,
    @DefaultValue("0.3") double temperature,
    @DefaultValue("PT20S") Duration timeout) {
  /** What programs that speak the protocol put behind the address. */
  private static final String COMPLETIONS = "/chat/completions";

  private static final Duration LONGEST = Duration.ofSeconds(90);

  public ConciergeProperties {
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
    model = model == null || model.isBlank() ? null : model.strip();
    if (baseUrl != null && baseUrl.toString().isBlank()) {
      baseUrl = null;
    }
    if (baseUrl != null && (baseUrl.getHost() == null || !isHttp(baseUrl))) {
      throw new IllegalArgumentException(
          "ailuxe.concierge.base-url is an http or https address: " + baseUrl);
    }
    if (baseUrl != null && model == null) {
      throw new IllegalArgumentException(
          "ailuxe.concierge.base-url is set, so ailuxe.concierge.model must name the model there");
    }
    if (!completionsPath.startsWith("/") || !completionsPath.endsWith(COMPLETIONS)) {
      throw new IllegalArgumentException(
          "ailuxe.concierge.completions-path begins with a slash and ends with "
              + COMPLETIONS
              + ": "
              + completionsPath);
    }
    if (temperature < 0 || temperature > 2) {
      throw new IllegalArgumentException(
          "ailuxe.concierge.temperature is between 0 and 2: " + temperature);
    }
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "ailuxe.concierge.timeout is positive and at most " + LONGEST + ": " + timeout);
    }
    if (baseUrl == null && apiKey != null) {
      baseUrl = URI.create("https://api.deepseek.com");
      model = model == null ? "deepseek-chat" : model;
    }
  }

  /** What stands between the address and what programs that speak the protocol put behind it. */
  public String completionsPrefix() {
    return completionsPath.substring(0, completionsPath.length() - COMPLETIONS.length());
  }

  private static boolean isHttp(URI uri) {
    return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
  }

  /** The settings without the key. */
  @Override
  public String toString() {
    return "language model " + model + " at " + baseUrl + completionsPath + ", time-out " + timeout;
  }
}
