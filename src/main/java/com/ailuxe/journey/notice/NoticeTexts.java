package com.ailuxe.journey.notice;

import com.ailuxe.contact.FirstName;
import com.ailuxe.rendering.StaffText;
import com.ailuxe.rendering.TemplateFailed;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words for contacts and staff, as the templates give them. */
@Component
public class NoticeTexts {
  /** The longest title of a button, in characters: WhatsApp's limit. */
  private static final int LONGEST_TITLE = 20;

  private final Templates templates;

  public NoticeTexts(Templates templates) {
    this.templates = templates;
  }

  /**
   * A message about a booking.
   *
   * @throws TemplateFailed when the template is missing or wants what the booking does not have
   */
  public String message(MessageTemplate template, Locale locale, BookingSheet booking) {
    return message(template, locale, Map.of("booking", booking));
  }

  /**
   * A message about a booking, with its facts one by one.
   *
   * @throws TemplateFailed when the template is missing or wants what the booking does not have
   */
  public BookingNotice notice(MessageTemplate template, Locale locale, BookingSheet booking) {
    return BookingNotice.of(
        message(template, locale, booking), language(template, locale), booking);
  }

  /**
   * A message about a booking of which there is not enough known to name it, with its facts.
   *
   * @throws TemplateFailed when the template is missing or names the booking
   */
  public BookingNotice notice(
      MessageTemplate template, Locale locale, String agencyName, String contactName) {
    return BookingNotice.of(
        message(template, locale, agencyName, contactName), language(template, locale), agencyName);
  }

  /**
   * A message that is not about a booking.
   *
   * @throws TemplateFailed when the template is missing or is about a booking
   */
  public String message(
      MessageTemplate template, Locale locale, String agencyName, String contactName) {
    return message(template, locale, agencyName, contactName, Map.of());
  }

  /**
   * A message that is not about a booking, with more facts than who writes to whom.
   *
   * @throws TemplateFailed when the template is missing or wants what is not among the facts
   */
  public String message(
      MessageTemplate template,
      Locale locale,
      String agencyName,
      String contactName,
      Map<String, ?> more) {
    var model = new HashMap<String, @Nullable Object>(more);
    model.put("agencyName", agencyName);
    model.put("firstName", FirstName.of(contactName));
    return message(template, locale, model);
  }

  /**
   * A message that sees nothing but these facts.
   *
   * @throws TemplateFailed when the template is missing or wants what is not among the facts
   */
  public String message(MessageTemplate template, Locale locale, Map<String, ?> facts) {
    return templates.render(TemplateKind.MESSAGE, template.stem(), locale, facts);
  }

  /**
   * The title of a button about the booking {@code reference}, without the letters in front of its
   * number where the whole would be longer than what a button takes.
   *
   * @throws TemplateFailed when it is too long even so
   */
  public String buttonTitle(MessageTemplate template, Locale locale, String reference) {
    var number = reference.substring(reference.indexOf('-') + 1);
    return Stream.of(reference, number)
        .map(name -> message(template, locale, Map.of("reference", name)))
        .filter(title -> title.length() <= LONGEST_TITLE)
        .findFirst()
        .orElseThrow(
            () ->
                new TemplateFailed(
                    "%s of %s does not fit on a button".formatted(template.stem(), reference)));
  }

  /**
   * A notice to the staff, in English.
   *
   * @throws TemplateFailed when the template is missing or wants what the case does not have
   */
  public StaffText staff(StaffTemplate template, StaffSheet notice) {
    return templates.staff(template.stem(), notice);
  }

  /**
   * A notice to the staff that a form of the desk waits, in English.
   *
   * @throws TemplateFailed when the template is about something else
   */
  public StaffText staff(StaffTemplate template, DeskNotice notice) {
    return templates.staff(template.stem(), notice);
  }

  private Locale language(MessageTemplate template, Locale wanted) {
    return templates.language(TemplateKind.MESSAGE, template.stem(), wanted);
  }
}
