package com.ailuxe.concierge.model;

import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.ConciergeUnavailable;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.TurnContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.converter.BeanOutputConverter;

/**
 * Lets a language model draft the answer. What it says is checked; an answer that cannot be used is
 * asked for once more, within the same time-out.
 */
public final class LanguageModelConcierge implements Concierge {
  private static final int ATTEMPTS = 2;

  private final ChatClient chat;
  private final DraftPrompt prompt;
  private final Duration timeout;
  private final @Nullable String secret;
  private final BeanOutputConverter<ModelAnswer> converter =
      new BeanOutputConverter<>(ModelAnswer.class);

  /**
   * @param secret is kept out of every exception
   */
  public LanguageModelConcierge(
      ChatClient chat, DraftPrompt prompt, Duration timeout, @Nullable String secret) {
    this.chat = chat;
    this.prompt = prompt;
    this.timeout = timeout;
    this.secret = secret;
  }

  @Override
  public Draft draft(TurnContext turn) {
    var task = new FutureTask<>(() -> ask(turn));
    Thread.ofVirtual().name("concierge").start(task);
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new ConciergeUnavailable("The language model did not answer within " + timeout, e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new ConciergeUnavailable("Interrupted while the language model was asked", e);
    } catch (ExecutionException e) {
      throw unavailable(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private Draft ask(TurnContext turn) {
    var messages = new ArrayList<Message>();
    messages.add(new SystemMessage(prompt.instructions(converter.getFormat())));
    messages.add(new UserMessage(prompt.question(turn)));
    var refused = new ArrayList<String>();
    for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var answer = chat.prompt().messages(List.copyOf(messages)).call().content();
      try {
        return new DraftCheck(turn).draft(read(answer));
      } catch (UnusableAnswer e) {
        refused.add(String.valueOf(e.getMessage()));
        messages.add(new AssistantMessage(answer == null ? "" : answer));
        messages.add(
            new UserMessage(
                "This answer cannot be used: "
                    + e.getMessage()
                    + ". Answer again, with the JSON object only."));
      }
    }
    throw new ConciergeUnavailable(
        "The language model gave no answer that can be used: " + String.join("; ", refused));
  }

  private ModelAnswer read(@Nullable String answer) {
    var start = answer == null ? -1 : answer.indexOf('{');
    var end = answer == null ? -1 : answer.lastIndexOf('}');
    if (answer == null || start < 0 || end < start) {
      throw new UnusableAnswer("it holds no JSON object");
    }
    try {
      return converter.convert(answer.substring(start, end + 1));
    } catch (RuntimeException e) {
      throw new UnusableAnswer("the JSON cannot be read as described");
    }
  }

  private ConciergeUnavailable unavailable(Throwable cause) {
    if (cause instanceof ConciergeUnavailable known) {
      return known;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    var message = "The language model could not be asked: " + cause.getClass().getSimpleName();
    return tellsSecret(cause)
        ? new ConciergeUnavailable(message)
        : new ConciergeUnavailable(message + ": " + cause.getMessage(), cause);
  }

  private boolean tellsSecret(@Nullable Throwable cause) {
    return secret != null
        && cause != null
        && (String.valueOf(cause.getMessage()).contains(secret) || tellsSecret(cause.getCause()));
  }
}
