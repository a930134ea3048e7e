package com.ailuxe.channel;

import com.ailuxe.media.MediaFile;
import java.time.Duration;

/** What came of fetching one file from a provider. */
sealed interface MediaOutcome {
  /** It is kept. */
  record Stored(MediaFile file) implements MediaOutcome {}

  /** We will never take it. */
  record Refused(String reason) implements MediaOutcome {}

  /** The provider will never give it out as announced. */
  record Failed(String reason) implements MediaOutcome {}

  /** It may come, later. */
  record RetryLater(Duration after, String reason) implements MediaOutcome {}
}
