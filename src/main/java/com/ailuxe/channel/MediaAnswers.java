package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.text;

import com.ailuxe.channel.MediaOutcome.Failed;
import com.ailuxe.channel.MediaOutcome.Refused;
import com.ailuxe.channel.MediaOutcome.RetryLater;
import com.ailuxe.conversation.FileToFetch;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads where a contact's file is. */
@Component("mediaAnswers")
class MediaAnswers {
  private static final Logger log = LoggerFactory.getLogger(MediaAnswers.class);

  private final SendOutcomes verdicts;
  private final WhatsAppCalls whatsApp;
  private final TelegramCalls telegram;
  private final Masking masking;

  MediaAnswers(
      SendOutcomes verdicts, WhatsAppCalls whatsApp, TelegramCalls telegram, Masking masking) {
    this.verdicts = verdicts;
    this.whatsApp = whatsApp;
    this.telegram = telegram;
    this.masking = masking;
  }

  /**
   * What the Cloud API's answer to {@code GET /<media id>} names.
   *
   * @throws NotFetched when it names nothing
   */
  public MediaLink ofWhatsApp(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status,
      @Body byte @Nullable [] body,
      @Variable("fetch") FileToFetch fetch) {
    var verdict =
        verdicts.ofWhatsApp(status, body, fetch.attempt(), null, answer -> text(answer, "url"));
    return whatsApp.link(named(verdict, fetch));
  }

  /**
   * What the Bot API's answer to {@code getFile} names.
   *
   * @throws NotFetched when it names nothing
   */
  public MediaLink ofTelegram(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status,
      @Body byte @Nullable [] body,
      @Variable("fetch") FileToFetch fetch) {
    var verdict =
        verdicts.ofTelegram(
            status, body, fetch.attempt(), answer -> text(answer.path("result"), "file_path"));
    return telegram.link(named(verdict, fetch));
  }

  /** A call that ended without an answer, or for which there is no address. */
  public MediaOutcome ofBrokenCall(
      @ExchangeException Exception failure, @Variable("fetch") FileToFetch fetch) {
    if (failure instanceof IllegalArgumentException) {
      return new Failed("the messenger named no id by which it gives the file out");
    }
    log.warn("A file was not fetched: {}", masking.mask(failure.toString()));
    return new RetryLater(SendOutcomes.backOff(2, fetch.attempt()), BrokenCalls.words(failure));
  }

  private static String named(SendOutcome verdict, FileToFetch fetch) {
    return switch (verdict) {
      case SendOutcome.Accepted named -> named.providerMessageId();
      case SendOutcome.RetryLater later ->
          throw new NotFetched(new RetryLater(later.after(), later.reason()));
      case SendOutcome.Unknown unclear ->
          throw new NotFetched(
              new RetryLater(SendOutcomes.backOff(2, fetch.attempt()), unclear.reason()));
      case SendOutcome.Refused refused -> throw new NotFetched(withheld(refused.reason()));
      case SendOutcome.TemplateRefused refused -> throw new NotFetched(withheld(refused.reason()));
    };
  }

  /** Bots get no file of more than 20 MB. */
  private static MediaOutcome withheld(String reason) {
    return reason.contains("file is too big")
        ? new Refused("It is larger than the 20 MB that Telegram gives out")
        : new Failed(reason);
  }
}
