package com.ailuxe.concierge;

import com.ailuxe.shared.Letters;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.model.ApiKey;
import org.springframework.ai.model.NoopApiKey;
import org.springframework.ai.model.SimpleApiKey;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.openai.api.ResponseFormat;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.ResponseErrorHandler;
import org.springframework.web.client.RestClient;

/**
 * The client of the language model. It tries once: who calls decides about another attempt, as the
 * contact waits.
 */
final class LanguageModel {
  private LanguageModel() {}

  static ChatClient client(
      ConciergeProperties properties, URI baseUrl, String model, ObservationRegistry observations) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.timeout())
            .build();
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(properties.timeout());
    var api =
        OpenAiApi.builder()
            .baseUrl(baseUrl.toString().replaceAll("/$", ""))
            .completionsPath(properties.completionsPath())
            .apiKey(key(properties.apiKey()))
            .restClientBuilder(RestClient.builder().requestFactory(requests))
            .responseErrorHandler(new Refusals(properties.apiKey()))
            .build();
    var options =
        OpenAiChatOptions.builder()
            .model(model)
            .temperature(properties.temperature())
            .responseFormat(ResponseFormat.builder().type(ResponseFormat.Type.JSON_OBJECT).build())
            .build();
    var chat =
        OpenAiChatModel.builder()
            .openAiApi(api)
            .defaultOptions(options)
            .retryTemplate(RetryTemplate.builder().maxAttempts(1).build())
            .observationRegistry(observations)
            .build();
    return ChatClient.create(chat, observations);
  }

  private static ApiKey key(@Nullable String key) {
    return key == null ? new NoopApiKey() : new SimpleApiKey(key);
  }

  /** Providers repeat the key in what they answer, so the key is cut out of the message. */
  private record Refusals(@Nullable String apiKey) implements ResponseErrorHandler {
    private static final int SHOWN = 300;

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
      return response.getStatusCode().isError();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response)
        throws IOException {
      var body = new String(response.getBody().readNBytes(8 * SHOWN), StandardCharsets.UTF_8);
      var text = (apiKey == null ? body : body.replace(apiKey, "***")).replaceAll("\\s+", " ");
      throw new ConciergeUnavailable(
          "The language model answered "
              + response.getStatusCode().value()
              + ": "
              + Letters.beginning(text, SHOWN).strip());
    }
  }
}
