package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.model.DraftCheck;
import com.ailuxe.concierge.model.ModelAnswer;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.PromisingWords;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a draft says that one of us will do is said in code, whatever the words. */
class PromisesOfDraftsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "May I bring my dog?",
        "Is there a doctor on board?",
        "How much is Sea Breeze?",
        "Do you have a helicopter?",
        "I would like a helicopter on 24 December",
        "I have to cancel my booking",
        "Bonsoir, est-ce que je peux venir avec mon chien ?",
        "I would like two yachts in Monaco on 24 December from 7pm to 11pm, 6 guests, 5000 EUR",
        "xyzzy plugh"
      })
  void whatNamesAColleagueIsOwed(String text) {
    var draft = new Dialogue().write(text);

    assertThat(Objects.requireNonNull(draft.promise(), draft.reply()).lines())
        .allMatch(draft.reply()::contains)
        .allMatch(sentence -> PromisingWords.in(sentence).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Good evening",
        "What do you offer?",
        "Tell me about Sea Breeze",
        "STOP",
        "START",
        "Thank you",
        "Are you a robot?",
        "I want to talk to a person",
        "I would like a yacht",
        "I would like Sea Breeze in Monaco on 24 December from 7pm to 11pm, 6 guests, 5000 EUR",
        "Sea Breeze yesterday"
      })
  void whatNamesNobodyOrIsSeenToByThePathIsNot(String text) {
    var draft = new Dialogue().write(text);

    assertThat(draft.promise()).as(draft.reply()).isNull();
    assertThat(owed(draft)).as(draft.reply()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "question, Yes it may., false, false",
    "question, A colleague will answer you shortly., false, true",
    "question, Noted with pleasure., true, true",
    "human, A colleague will answer you shortly., true, false",
    "book, I'll check and come back to you., false, true"
  })
  void aModelsDraftOwesWhatItSaysOrAsksAPersonFor(
      String intent, String reply, boolean needsPerson, boolean owes) {
    var turn = new Dialogue().turn("May I bring my dog?");
    var draft =
        new DraftCheck(turn)
            .draft(new ModelAnswer(reply, intent, null, null, 0.9, needsPerson, "Ask the captain"));

    assertThat(owed(draft)).isEqualTo(owes);
  }

  private static boolean owed(Draft draft) {
    return new DraftedReply(
            draft.reply(),
            draft.intent().code(),
            null,
            draft.confidence(),
            draft.needsPerson(),
            draft.reason(),
            null,
            draft.promise(),
            draft.pathKeeps(),
            draft.pathSays())
        .owed()
        .isPresent();
  }
}
