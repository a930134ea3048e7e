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
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Turns the files in {@code templates/} into text. A file is looked for in the wanted locale, then
 * in its language, then in English, then without a locale; values are written by the rules of the
 * language that was found. A value that the model lacks is an error, never a gap in the text.
 */
@Service
public class Templates {
  private static final String FOLDER = "templates";
  private static final Pattern IMPORT = Pattern.compile("<#import \"([^\"]+)\"");
  private static final Configuration CONFIGURATION = configuration();

  /**
   * A notice to the staff, in English.
   *
   * @param name of the file, without locale and extension
   * @param notice what the template sees, as {@code notice}
   * @throws TemplateFailed when the template is missing or wants what the notice does not have
   */
  public StaffText staff(String name, Object notice) {
    return StaffText.of(render(TemplateKind.STAFF, name, Locale.ENGLISH, Map.of("notice", notice)));
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

  /**
   * The language that {@link #render} writes a template in.
   *
   * @throws TemplateFailed when the template is missing
   */
  public Locale language(TemplateKind kind, String name, Locale wanted) {
    try {
      return find(kind, name, wanted).getLocale();
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
