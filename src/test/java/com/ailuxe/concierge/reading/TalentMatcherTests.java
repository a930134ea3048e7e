package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.concierge.rules.Dialogue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalentMatcherTests {
  private final TalentMatcher matcher = new TalentMatcher(Dialogue.AGENCY.offers());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I'd like Sea Breeze                 | Sea Breeze
          the sea breeze please               | Sea Breeze
          is SeaBreeze free                   |
          book Isabella                       | Isabella Rossi
          book isabela for Friday             | Isabella Rossi
          Ms Rossi                            | Isabella Rossi
          Villa Azur                          | Villa Azur
          a villa                             | Villa Azur
          the villas                          | Villa Azur
          a chauffeur                         | Marcel Dupont
          a chaufeur                          | Marcel Dupont
          A CHAUFFER                          | Marcel Dupont
          a driver for tonight                | Marcel Dupont
          a limo                              | Marcel Dupont
          a model                             | Isabella Rossi
          a yacht                             | yacht
          yachts                              | yacht
          a yatch in Cannes                   | Lady Aurora
          a boat in Monaco                    | Sea Breeze
          the yacht in monaco                 | Sea Breeze
          Lady Aurora                         | Lady Aurora
          Aurora                              | Lady Aurora
          a motel                             |
          a village at the sea                |
          hello                               |
          """)
  void anOfferIsFound(String text, @Nullable String talent) {
    assertThat(read(text).talent()).isEqualTo(talent);
  }

  @Test
  void ofSeveralKindsNoneIsChosen() {
    var reading = matcher.read(Utterance.of("a villa and a yacht in Cannes or so"), null);

    assertThat(matcher.read(Utterance.of("a villa or a model"), null).talent()).isNull();
    assertThat(matcher.read(Utterance.of("a villa or a model"), null).candidates()).hasSize(2);
    assertThat(reading.talent()).isEqualTo("Lady Aurora");
  }

  @ParameterizedTest
  @CsvSource({
    "the one in Cannes, Lady Aurora",
    "the second one, Lady Aurora",
    "any is fine, Sea Breeze",
    "Aurora, Lady Aurora"
  })
  void aKindThatIsKnownIsDecidedByOneMoreWord(String text, String talent) {
    assertThat(matcher.read(Utterance.of(text), "yacht").talent()).isEqualTo(talent);
  }

  @Test
  void aSlipIsNoted() {
    assertThat(read("a chaufeur").exact()).isFalse();
    assertThat(read("a chauffeur").exact()).isTrue();
    assertThat(read("a driver").exact()).isTrue();
  }

  private TalentMatcher.Reading read(String text) {
    return read(matcher, text);
  }

  private static TalentMatcher.Reading read(TalentMatcher matcher, String text) {
    var words = Utterance.of(text);
    var exact = matcher.read(words, null);
    return exact.says() ? exact : matcher.guess(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"I need a helicopter", "can you get us a private chef", "is there a helicopter?"})
  void whatIsNotOfferedIsNamed(String text) {
    assertThat(matcher.read(Utterance.of(text), null).wanted()).isNotNull();
    assertThat(matcher.read(Utterance.of("I need a yacht"), null).wanted()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a chef for Friday, Luca Ferrante",
    "a private chef for Friday, Luca Ferrante",
    "we need a cook, Luca Ferrante",
    "a photographer, Jan Novak",
    "my brother Luca comes as well,",
    "'kind regards, Luca',",
    "my name is Novak,",
    "this is Luca speaking,",
    "our friend Novak,"
  })
  void aKindIsNamedByItsLastWord(String text, @Nullable String talent) {
    var others =
        new TalentMatcher(
            List.of(
                new Offer("Luca Ferrante", "private chef", "Paris", ""),
                new Offer("Jan Novak", "event photographer", "Paris", "")));

    assertThat(read(others, text).talent()).isEqualTo(talent);
  }
}
