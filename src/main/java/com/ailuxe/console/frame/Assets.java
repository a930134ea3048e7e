package com.ailuxe.console.frame;

import com.ailuxe.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the pages load: style, scripts and fonts of ours and of the libraries, all from the jar. Its
 * address has the sum of the content, so that browsers keep it and never mix two releases.
 */
@Component
class Assets implements WebMvcConfigurer {
  private static final String OWN = "web/";

  /** Where libraries have what pages load, by the folder under which the pages know it. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "htmx", "META-INF/resources/webjars/htmx.org/2.0.10/dist/",
          "bpmn", "META-INF/resources/webjars/bpmn-visualization/0.46.0/dist/",
          "inter", "META-INF/resources/_static/inter/5.2.5/");

  private static final String ICONS =
      "META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/%s.svg";

  private final String path;
  private final Map<String, String> icons = new ConcurrentHashMap<>();

  Assets() throws IOException {
    var sums =
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + OWN + "**/*.*"))
            .map(Assets::sum)
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining(LIBRARIES.toString()));
    path = "/assets/" + Sha256.hex(sums.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static String sum(Resource file) {
    try (var content = file.getInputStream()) {
      return file.getFilename() + " " + Sha256.hex(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    var forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    registry
        .addResourceHandler(path + "/**")
        .addResourceLocations("classpath:/" + OWN)
        .setCacheControl(forever);
    LIBRARIES.forEach(
        (folder, place) ->
            registry
                .addResourceHandler(path + "/" + folder + "/**")
                .addResourceLocations("classpath:/" + place)
                .setCacheControl(forever));
  }

  /** What the addresses of all files begin with. */
  String path() {
    return path;
  }

  /** Whether the build had the font of the headings at hand. */
  boolean haveHeadingFont() {
    return new ClassPathResource(OWN + "fonts/500.css").exists();
  }

  /**
   * The markup of an icon, which has no meaning of its own for who hears the page.
   *
   * @param name as Bootstrap Icons has it
   * @throws IllegalArgumentException when there is no such icon
   */
  String icon(String name) {
    return icons.computeIfAbsent(name, Assets::read);
  }

  private static String read(String name) {
    var file = new ClassPathResource(ICONS.formatted(name));
    if (!name.matches("[a-z0-9-]+") || !file.exists()) {
      throw new IllegalArgumentException("No icon '" + name + "'");
    }
    try {
      return file.getContentAsString(StandardCharsets.UTF_8)
          .replaceFirst("<svg [^>]*viewBox", "<svg class=\"icon\" aria-hidden=\"true\" viewBox")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
