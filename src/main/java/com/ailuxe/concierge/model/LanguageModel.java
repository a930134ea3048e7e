package com.ailuxe.concierge.model;

import com.ailuxe.concierge.ConciergeProperties;
import com.ailuxe.concierge.ConciergeUnavailable;
import com.ailuxe.shared.Letters;
import com.openai.errors.OpenAIServiceException;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;

/**
 * The client of the language model. It tries once: who calls decides about another attempt, as the
 * contact waits.
 */
public final class LanguageModel {
  private static final String NO_KEY = "";

  private LanguageModel() {}

  public static ChatClient client(
      ConciergeProperties properties, URI baseUrl, String model, ObservationRegistry observations) {
    var key = properties.apiKey();
    var options =
        OpenAiChatOptions.builder()
            .baseUrl(baseUrl.toString().replaceAll("/$", "") + properties.completionsPrefix())
            .apiKey(key == null ? NO_KEY : key)
            .timeout(properties.timeout())
            .maxRetries(0)
            .model(model)
            .temperature(properties.temperature())
            .responseFormat(ResponseFormat.builder().type(ResponseFormat.Type.JSON_OBJECT).build())
            .build();
    var chat = OpenAiChatModel.builder().options(options).observationRegistry(observations).build();
    return ChatClient.create(new Guarded(chat, key), observations);
  }

  /** Providers repeat the key in what they answer, so the key is cut out of the message. */
  private record Guarded(ChatModel model, @Nullable String apiKey) implements ChatModel {
    private static final int SHOWN = 300;

    @Override
    public ChatResponse call(Prompt prompt) {
      try {
        return model.call(prompt);
      } catch (OpenAIServiceException e) {
        throw refusal(e);
      }
    }

    @Override
    public ChatOptions getOptions() {
      return model.getOptions();
    }

    /**
     * Says what the model answered, and leaves the cause out: its message and headers may hold the
     * key.
     */
    private ConciergeUnavailable refusal(OpenAIServiceException refused) {
      var body = refused.body().toString();
      var text = (apiKey == null ? body : body.replace(apiKey, "***")).replaceAll("\\s+", " ");
      return new ConciergeUnavailable(
          "The language model answered "
              + refused.statusCode()
              + ": "
              + Letters.beginning(text, SHOWN).strip());
    }
  }
}
