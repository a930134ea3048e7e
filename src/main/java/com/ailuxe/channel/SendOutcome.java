package com.ailuxe.channel;

import java.time.Duration;

/** What came of handing one message to a provider. */
sealed interface SendOutcome {
  /** The provider has it and named it. */
  record Accepted(String providerMessageId) implements SendOutcome {}

  /** The provider will never take it. */
  record Refused(String reason) implements SendOutcome {}

  /** The provider will not take it as the template it was to be. */
  record TemplateRefused(String reason) implements SendOutcome {}

  /** It certainly was not sent; it may be, later. */
  record RetryLater(Duration after, String reason) implements SendOutcome {}

  /** It may have been sent or not. */
  record Unknown(String reason) implements SendOutcome {}
}
