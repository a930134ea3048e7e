package com.ailuxe.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.ailuxe.shared.Sha256;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Turns the files in {@code templates/} into text. A file is looked for in the wanted locale, then
 * in its language, then in English, then without a locale; values are written by the rules of the
 * language that was found. A value that the model lacks is an error, never a gap in the text.
 */
@Service
public class Templates {
  /** Of a button, WhatsApp's limit. */
  private static final int LONGEST_TITLE = 20;

  private static final String FOLDER = "templates";
  private static final Pattern IMPORT = Pattern.compile("<#import \"([^\"]+)\"");
  private static final Configuration CONFIGURATION = configuration();

  /**
   * A message about a booking.
   *
   * @throws TemplateFailed when the template is missing or wants what the booking does not have
   */
  public String message(MessageTemplate template, Locale locale, BookingSheet booking) {
    return render(TemplateKind.MESSAGE, template.stem(), locale, Map.of("booking", booking));
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
   * The same with more facts.
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
    return render(TemplateKind.MESSAGE, template.stem(), locale, model);
  }

  /**
   * A message that sees nothing but these facts.
   *
   * @throws TemplateFailed when the template is missing or wants what is not among the facts
   */
  public String message(MessageTemplate template, Locale locale, Map<String, ?> facts) {
    return render(TemplateKind.MESSAGE, template.stem(), locale, facts);
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
    return staffText(template, notice);
  }

  /** A notice to the staff that the calendar does not take an entry, in English. */
  public StaffText staff(CalendarNotice notice) {
    return staffText(StaffTemplate.CALENDAR_FAILS, notice);
  }

  /**
   * A notice to the staff that a form of the desk waits, in English.
   *
   * @throws TemplateFailed when the template is about something else
   */
  public StaffText staff(StaffTemplate template, DeskNotice notice) {
    return staffText(template, notice);
  }

  private StaffText staffText(StaffTemplate template, Object notice) {
    return StaffText.of(
        render(TemplateKind.STAFF, template.stem(), Locale.ENGLISH, Map.of("notice", notice)));
  }

  /**
   * A prompt; prompts have no locale.
   *
   * @throws TemplateFailed when the template is missing or wants what the model does not have
   */
  public String prompt(String name, Map<String, ?> model) {
    return render(TemplateKind.PROMPT, name, Locale.ROOT, model);
  }

  /**
   * Any template, without the white space around it.
   *
   * @param name of the file, without locale and extension
   * @param model its records, maps, lists and values are what the template sees
   * @throws TemplateFailed when the template is missing or wants what the model does not have
   */
  public String render(TemplateKind kind, String name, Locale locale, Map<String, ?> model) {
    try {
      var text = new StringWriter();
      find(kind, name, locale).process(model, text);
      return text.toString().strip();
    } catch (TemplateException | IOException e) {
      throw new TemplateFailed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Which file {@link #render} takes, and the hash of its content and of what it imports: enough to
   * tell later what a text was made from.
   */
  public TemplateSource source(TemplateKind kind, String name, Locale locale) {
    try {
      var file = find(kind, name, locale).getName();
      var content = content(file);
      var imports =
          IMPORT
              .matcher(content)
              .results()
              .map(found -> content(kind.folder() + "/" + found.group(1)));
      var all = Stream.concat(Stream.of(content), imports).collect(joining());
      return new TemplateSource(file, Sha256.hex(all.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new TemplateFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private static Locale language(MessageTemplate template, Locale wanted) {
    try {
      return find(TemplateKind.MESSAGE, template.stem(), wanted).getLocale();
    } catch (IOException e) {
      throw new TemplateFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private static String content(String file) {
    try (var content = Templates.class.getClassLoader().getResourceAsStream(FOLDER + "/" + file)) {
      if (content == null) {
        throw new TemplateFailed("No template " + file);
      }
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new TemplateFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private static Template find(TemplateKind kind, String name, Locale wanted) throws IOException {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new TemplateFailed("Not a template's name: " + name);
    }
    var locales = new LinkedHashSet<Locale>();
    locales.add(Locale.of(wanted.getLanguage(), wanted.getCountry()));
    locales.add(Locale.of(wanted.getLanguage()));
    locales.add(Locale.ENGLISH);
    locales.add(Locale.ROOT);
    for (var locale : locales) {
      var suffix = locale.equals(Locale.ROOT) ? "" : "_" + locale;
      var template =
          CONFIGURATION.getTemplate(
              kind.path(name, suffix),
              locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale,
              null,
              "UTF-8",
              true,
              true);
      if (template != null) {
        return template;
      }
    }
    throw new TemplateFailed("No template " + kind.path(name, "_en"));
  }

  private static Configuration configuration() {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(Templates.class.getClassLoader(), FOLDER));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocalizedLookup(false);
    configuration.setNumberFormat("c");
    configuration.setObjectWrapper(new ValueWrapper());
    configuration.setSharedVariable("when", new WhenFunction());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return configuration;
  }
}
