package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.Actor;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.booking.PrepareApprovalWorker;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms show beside the words: the question, whom it is about, what is preselected. */
class WhatReviewersSeeTests extends BookingChat {
  @Autowired PrepareReviewWorker prepareReview;
  @Autowired PrepareAnswerWorker prepareAnswer;
  @Autowired PrepareApprovalWorker prepareApproval;
  @Autowired RecordReviewWorker record;

  @Override
  protected YearMonth month() {
    return YearMonth.from(clock.instant().plus(Duration.ofDays(20)).atZone(ZoneOffset.UTC));
  }

  @Test
  void theQuestionAndWhatTheTalentCostsAndWhenTheyAreTaken() {
    says("Hello");
    held("Marco Valli", 21);
    says("May Marco Valli bring his dog?");
    var turn = collected();
    draft.handle(turn);

    var shown = prepareReview.handle(turn).review();

    assertThat(shown.question()).isEqualTo("← Ada Lund: May Marco Valli bring his dog?");
    assertThat(shown.transcript()).startsWith("← Ada Lund: May Marco Valli bring his dog?");
    assertThat(shown.talent())
        .contains("**Marco Valli** (chauffeur, Paris)", "120", "an hour, at least 3 hours")
        .containsPattern("Taken: .*21 .* 19:00 to .*21 .* 23:00 \\(held\\)");
    assertThat(prepareAnswer.handle(turn).answer().talent()).isEqualTo(shown.talent());
  }

  @Test
  void whoIsMeantByTheWishWithoutBeingNamed() {
    says("I would like the yacht Aurelia");
    answered("book");
    says("May I bring my dog on Aurelia?");
    var turn = collected();

    assertThat(prepareAnswer.handle(turn).answer().talent())
        .contains("**Aurelia** (yacht, Monaco)", "EUR 1,850.00", "an hour, at least 4 hours");
  }

  @Test
  void whereNobodyIsTalkedAboutNothingIsShown() {
    says("May I bring my dog?");

    assertThat(prepareAnswer.handle(collected()).answer().talent()).isEmpty();
  }

  @Test
  void handBackIsNotPreselectedForWhoWantsAPerson() {
    says("I want to talk to a person");
    var turn = collected();
    draft.handle(turn);
    send.handle(turn, "human", job());
    assertThat(prepareAnswer.handle(turn).answer().handBack()).isFalse();

    turns.answeredElsewhere(TurnId.parse(turn), Actor.STAFF);
    says("And one thing more");
    var next = Objects.requireNonNull(collect.handle(conversation(), job()).turnId());
    assertThat(prepareAnswer.handle(next).answer().handBack()).isFalse();
  }

  @Test
  void handBackIsPreselectedWhereTheConciergeCouldNotOrAReviewerRatherAnswers() {
    says("May I bring my dog?");
    var turn = collected();
    draft.handle(turn);
    record.handle(turn, "take-over", null, null, Jobs.ofNobody());
    assertThat(prepareAnswer.handle(turn).answer().handBack()).isTrue();

    ada = newIdentity();
    says("May I bring my cat?");
    var other = collected();
    turns.leaveToPerson(TurnId.parse(other), "The concierge gave no answer in time");
    assertThat(prepareAnswer.handle(other).answer().handBack()).isTrue();
  }

  @Test
  void anApproverSeesTheReferenceTheChannelAndWhatTheContactWrote() {
    says("Hello");
    says("I would like Marco Valli, with a child seat");
    var booking = held("Marco Valli", 22);

    var shown = prepareApproval.handle(booking.toString()).approval();

    assertThat(shown.reference()).isEqualTo(reference(booking));
    assertThat(shown.channel()).isEqualTo("WhatsApp");
    assertThat(shown.asked())
        .isEqualTo("← Ada Lund: I would like Marco Valli, with a child seat\n← Ada Lund: Hello");
  }
}
