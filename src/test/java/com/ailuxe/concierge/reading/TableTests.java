package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTests {
  @Test
  void everyTableIsReadAtTheStart() {
    assertThatCode(Tables::readAll).doesNotThrowAnyException();
  }

  @Test
  void aCityHasTheZoneThatItStandsUnder() {
    assertThat(Zones.ofPlace("Monte-Carlo")).contains(ZoneId.of("Europe/Monaco"));
    assertThat(Table.read("cities.properties").get("Europe/Paris"))
        .contains("cap d'antibes", "strasbourg");
  }

  @Test
  void noWordStandsUnderTwoKeys() {
    for (var file : new String[] {"cities.properties", "time-zones.properties"}) {
      assertThat(Table.read(file).values().stream().flatMap(words -> words.stream()))
          .as(file)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aCityThatIsAWordAsWellIsListedForWhatItIsReadFor() {
    assertThat(Zones.homonyms("offer")).contains("nice", "bath");
    assertThat(Zones.homonyms("place")).contains("split", "porto");
    assertThat(Table.read("city-homonyms.properties")).containsOnlyKeys("offer", "place");
    assertThatThrownBy(() -> Zones.homonyms("nothing")).hasMessageContaining("nothing");
  }

  /** A reader compares with what {@link Utterance} makes of a text. */
  @Test
  void aCityThatIsAWordAsWellIsWrittenAsItIsRead() {
    assertThat(Table.read("city-homonyms.properties").values().stream().flatMap(List::stream))
        .allSatisfy(word -> assertThat(Utterance.plain(word)).isEqualTo(word));
  }

  @Test
  void theLongestWordIsTriedFirst() {
    assertThat("pounds sterling").matches(Table.anyOf(List.of("pound", "pounds sterling")));
    assertThat(Table.anyOf(List.of("rs", "rs."))).startsWith("\\Qrs.\\E");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Table.read("nothing.properties"))
        .hasMessageContaining("nothing.properties");
  }
}
