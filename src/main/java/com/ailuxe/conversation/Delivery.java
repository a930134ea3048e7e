package com.ailuxe.conversation;

import com.ailuxe.contact.Identity;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message that a channel has claimed and must now hand to the provider.
 *
 * @param accountId the agency's account at the provider that it is sent from
 * @param template goes out in place of the content's text; file and buttons stay
 * @param attempt counts from 1
 */
public record Delivery(
    MessageId messageId,
    ConversationId conversationId,
    Channel channel,
    String accountId,
    Identity recipient,
    OutboundContent content,
    @Nullable Template template,
    int attempt) {

  /** The attempt by which the end of this delivery is reported. */
  public SendAttempt sendAttempt() {
    return new SendAttempt(messageId, attempt);
  }

  /**
   * A template as the provider knows it.
   *
   * @param languageCode the provider's own, for example {@code en_GB}
   * @param parameters in the order of its placeholders
   */
  public record Template(String name, String languageCode, List<String> parameters) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d{1,3})}}");

    public Template {
      parameters = List.copyOf(parameters);
    }

    /**
     * What the contact reads.
     *
     * @param body with the placeholders; where it is not known, the name stands for it
     */
    String words(@Nullable String body) {
      return body == null
          ? "[template %s] %s".formatted(name, String.join(", ", parameters)).strip()
          : PLACEHOLDER
              .matcher(body)
              .replaceAll(found -> Matcher.quoteReplacement(parameter(found)));
    }

    private String parameter(MatchResult placeholder) {
      var place = Integer.parseInt(placeholder.group(1));
      return place >= 1 && place <= parameters.size()
          ? parameters.get(place - 1)
          : placeholder.group();
    }
  }
}
