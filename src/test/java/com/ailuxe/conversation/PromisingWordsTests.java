package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromisingWordsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I would rather not guess here: a colleague will answer you shortly.",
        "Yes. A colleague will look at it and reply to you.",
        "I'll find out and come back to you.",
        "I’ll ask the chef whether the dog may come.",
        "Let me check with the captain.",
        "Allow me to confirm this with the owner",
        "Our team will be in touch shortly.",
        "One of us calls you within the hour.",
        "We are looking into it.",
        "Our team is looking into this for you.",
        "We're on it.",
        "You will hear from us this afternoon.",
        "You'll have an answer by noon.",
        "Noted, we'll sort it out",
        "I am passing this on to the captain.",
        "Ich frage nach und melde mich.",
        "Das klären wir für Sie.",
        "Ein Kollege antwortet Ihnen in Kürze.",
        "Je me renseigne et je reviens vers vous.",
        "Notre équipe vous répondra sous peu.",
        "Мы уточним и напишем вам.",
        "Коллега вскоре ответит вам.",
        "Θα ρωτήσω και θα επανέλθω.",
        "Η ομάδα μας θα σας απαντήσει σύντομα.",
        "سنتحقق ونعود إليكم",
        "سيجيبكم أحد الزملاء قريبًا",
        "נבדוק ונחזור אליכם",
        "הצוות שלנו ישיב לכם בקרוב."
      })
  void somebodyIsToDoSomething(String text) {
    assertThat(PromisingWords.in(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, dogs are welcome aboard.",
        "The yacht takes 12 guests.",
        "Aurelia is free on Friday; 1850 an hour.",
        "I will see you on Saturday!",
        "We look forward to welcoming you.",
        "Our team is happy to help.",
        "I will gladly help you with your booking.",
        "At nine, dear Ada.",
        "Here I am, Ada.",
        "Certainly.",
        "Tell me which day, and I will see whether it is free.",
        "If it should be yours, write to me and a colleague will look into it.",
        "Shall I ask the captain?",
        "Welchen Tag wünschen Sie?",
        "Darf ich fragen, was nicht gepasst hat?",
        "Puis-je vous demander ce qui ne convenait pas ?",
        "Θα σας ταίριαζε κάποια από αυτές ή να δω άλλη ημέρα;"
      })
  void nothingIsPromised(String text) {
    assertThat(PromisingWords.in(text)).isEmpty();
  }

  @Test
  void onlyTheSentencesThatPromiseAreGiven() {
    assertThat(
            PromisingWords.in(
                "Good evening. A colleague will answer you shortly. How many guests are you?"))
        .contains("A colleague will answer you shortly.");
  }
}
