package com.ailuxe.concierge.rules;

import static com.ailuxe.rendering.ReadsWell.assertReadsWell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.conversation.PromisingWords;
import com.ailuxe.rendering.ReadsWell;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in {@code templates/reply} and constants of {@link ReplyTemplate} are one list. */
class ReplyTemplateTests {
  private static final Path REPLIES = Path.of("templates/reply");
  private static final Map<String, ?> FACTS = Map.of("name", "Amélie Laurent");

  private final Templates templates = new Templates();

  @Test
  void everyFileHasItsConstantAndEveryConstantItsEnglishFile() throws IOException {
    var stems = Arrays.stream(ReplyTemplate.values()).map(ReplyTemplate::stem).toList();

    assertThat(ReadsWell.stems(REPLIES)).hasSameElementsAs(stems);
    assertThat(stems).allMatch(stem -> Files.exists(REPLIES.resolve(stem + "_en.ftl")));
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void everyReplySaysTheSameInEveryLanguageOfTheContracts(String language) throws IOException {
    for (var template : ReplyTemplate.values()) {
      assertThat(ReadsWell.facts(file(template, language)))
          .as("%s in %s", template.stem(), language)
          .isEqualTo(ReadsWell.facts(file(template, "en")));
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void everyReplyReadsWellInItsLanguage(String language) {
    for (var template : ReplyTemplate.values()) {
      var text = render(template, language);
      assertReadsWell(text);
      assertThat(text.equals(render(template, "en")))
          .as("%s in %s is that in English", template.stem(), language)
          .isEqualTo(language.equals("en"));
    }
  }

  /** It is kept as the promise of its draft. */
  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void onlyWhatIsInAnotherLanguagePromisesAPersonsAnswer(String language) {
    for (var template : ReplyTemplate.values()) {
      assertThat(PromisingWords.in(render(template, language)).isPresent())
          .as("%s in %s", template.stem(), language)
          .isEqualTo(template == ReplyTemplate.OTHER_LANGUAGE);
    }
  }

  private String render(ReplyTemplate template, String language) {
    return templates.render(TemplateKind.REPLY, template.stem(), Locale.of(language), FACTS);
  }

  private static Path file(ReplyTemplate template, String language) {
    return REPLIES.resolve("%s_%s.ftl".formatted(template.stem(), language));
  }
}
