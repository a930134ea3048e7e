package com.ailuxe.concierge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.ailuxe.concierge.model.LanguageModelConcierge;
import com.ailuxe.concierge.rules.NameTaker;
import com.ailuxe.rendering.Templates;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.model.chat.client.autoconfigure.ChatClientAutoConfiguration;
import org.springframework.ai.model.openai.autoconfigure.OpenAiAudioSpeechAutoConfiguration;
import org.springframework.ai.model.openai.autoconfigure.OpenAiAudioTranscriptionAutoConfiguration;
import org.springframework.ai.model.openai.autoconfigure.OpenAiChatAutoConfiguration;
import org.springframework.ai.model.openai.autoconfigure.OpenAiEmbeddingAutoConfiguration;
import org.springframework.ai.model.openai.autoconfigure.OpenAiImageAutoConfiguration;
import org.springframework.ai.model.openai.autoconfigure.OpenAiModerationAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Isolated("Listens to a logger, and every start of Spring sets those anew")
class ConciergeConfigurationTests {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(
              AutoConfigurations.of(
                  OpenAiChatAutoConfiguration.class,
                  OpenAiEmbeddingAutoConfiguration.class,
                  OpenAiImageAutoConfiguration.class,
                  OpenAiAudioSpeechAutoConfiguration.class,
                  OpenAiAudioTranscriptionAutoConfiguration.class,
                  OpenAiModerationAutoConfiguration.class,
                  ChatClientAutoConfiguration.class))
          .withBean(Templates.class)
          .withUserConfiguration(ConciergeConfiguration.class);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ConciergeConfiguration.class);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    log.start();
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @ParameterizedTest
  @CsvSource({
    "ailuxe.concierge.temperature=0.3",
    "ailuxe.concierge.api-key=  ",
    "ailuxe.concierge.base-url="
  })
  void withoutKeyAndAddressTheRulesAnswer(String property) {
    application
        .withPropertyValues(property)
        .run(
            context -> {
              assertThat(context).hasNotFailed().doesNotHaveBean(ChatModel.class);
              assertThat(context.getBean(Concierge.class)).isInstanceOf(NameTaker.class);
              assertThat(said()).contains("Concierge: built-in rules");
            });
  }

  @Test
  void withAKeyALanguageModelAnswers() {
    application
        .withPropertyValues("ailuxe.concierge.api-key=sk-very-secret")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(Concierge.class))
                  .isInstanceOf(LanguageModelConcierge.class);
              assertThat(said())
                  .contains("deepseek-chat at https://api.deepseek.com/chat/completions")
                  .doesNotContain("sk-very-secret");
            });
  }

  @Test
  void aServerOfOnesOwnNeedsNoKey() {
    application
        .withPropertyValues(
            "ailuxe.concierge.base-url=http://localhost:11434/v1",
            "ailuxe.concierge.model=llama3.2")
        .run(
            context -> {
              assertThat(context.getBean(Concierge.class))
                  .isInstanceOf(LanguageModelConcierge.class);
              assertThat(said()).contains("llama3.2 at http://localhost:11434/v1/chat/completions");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "ailuxe.concierge.base-url=http://localhost:11434, must name the model",
    "ailuxe.concierge.base-url=localhost, http or https address",
    "ailuxe.concierge.timeout=PT0S, positive and at most",
    "ailuxe.concierge.timeout=PT2M, positive and at most",
    "ailuxe.concierge.temperature=3, between 0 and 2",
    "ailuxe.concierge.completions-path=chat, begins with a slash",
    "ailuxe.concierge.completions-path=/v1/answers, ends with /chat/completions"
  })
  void aWrongSettingIsSaidAtTheStart(String property, String message) {
    application
        .withPropertyValues(property)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining(message)
                    .hasMessageContaining("ailuxe.concierge."));
  }

  private String said() {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }
}
