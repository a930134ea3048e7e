package com.ailuxe.journey.notice;

import com.ailuxe.booking.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a wish is not kept, as the contact reads it and as staff read it in a form. */
public final class RefusalLines {
  private RefusalLines() {}

  /** A line for each reason, in that language where there is a text. */
  public static String of(List<Refusal> reasons, Locale locale, NoticeTexts texts) {
    return reasons.stream()
        .map(reason -> texts.message(MessageTemplate.REFUSED, locale, Map.of("refusal", reason)))
        .collect(Collectors.joining("\n"));
  }
}
