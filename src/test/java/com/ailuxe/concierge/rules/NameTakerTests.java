package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext.Party;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.LegalName;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTakerTests {
  private static final Party ASKED = new Party(null, true);
  private static final Party KNOWN = new Party(new LegalName("Ana Keler"), false);
  private static final Party UNASKED = new Party(null, false);

  private final NameTaker concierge =
      new NameTaker(new RuleBasedConcierge(new Templates()), new Templates());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jean-Luc de la Tour; Jean-Luc de la Tour",
        "It's Maria Petrova; Maria Petrova",
        "It’s Maria Petrova.; Maria Petrova",
        "my full name is Maria Petrova; Maria Petrova",
        "My full name is jean-luc de la tour; Jean-Luc de la Tour",
        "My name is Maria Petrova, thanks; Maria Petrova",
        "Sure, it is Maria Petrova; Maria Petrova",
        "Yes, of course. Maria Petrova; Maria Petrova",
        "Hello! Maria Petrova; Maria Petrova",
        "Maria Petrova, please; Maria Petrova",
        "Maria Petrova as in my passport; Maria Petrova",
        "MARIA PETROVA; MARIA PETROVA",
        "Please put Maria Petrova; Maria Petrova",
        "In the name of Maria Petrova please; Maria Petrova",
        "Full name: Maria Elena Petrova-Smith; Maria Elena Petrova-Smith",
        "Name: Maria Petrova; Maria Petrova",
        "legal name - Maria Petrova; Maria Petrova",
        "my name as in my passport is Maria Petrova; Maria Petrova",
        "My full legal name as in my passport is Maria Petrova; Maria Petrova",
        "anna maria keller; Anna Maria Keller",
        "Name is Maria Petrova; Maria Petrova",
        "Put it on my company, Northwind Yachting Ltd; Northwind Yachting Ltd",
        "Der Vertrag bitte auf Northwind GmbH; Northwind GmbH",
        "Мария Петрова, спасибо; Мария Петрова",
        "Μαρία Παπαδοπούλου, ευχαριστώ; Μαρία Παπαδοπούλου",
        "ليلى حداد، شكرا; ليلى حداد",
        "J. R. Smith; J. R. Smith",
        "Martin Luther King Jr.; Martin Luther King Jr.",
        "Theresa May; Theresa May",
        "Will Smith; Will Smith",
        "Paris Hilton; Paris Hilton",
        "Dr. Anna Berg; Dr. Anna Berg",
        "Conor O'Brien; Conor O'Brien",
        "Ludwig van Beethoven; Ludwig van Beethoven",
        "José Núñez; José Núñez",
        "Northwind Yachting Ltd, represented by Anna Berg; Northwind Yachting Ltd, represented by Anna Berg",
        "The company is Northwind Yachting Ltd., represented by Anna Berg; Northwind Yachting Ltd., represented by Anna Berg",
        "Please put it on Studio 54 GmbH, represented by Anna Berg; Studio 54 GmbH, represented by Anna Berg",
        "Мария Петрова; Мария Петрова",
        "Меня зовут Мария Петрова; Мария Петрова",
        "Моё полное имя: Мария Ивановна Петрова; Мария Ивановна Петрова",
        "ООО Северный ветер, в лице Анны Берг; ООО Северный ветер, в лице Анны Берг",
        "Je m'appelle Jean-Luc de la Tour; Jean-Luc de la Tour",
        "Mon nom complet est Jean-Luc de la Tour, merci; Jean-Luc de la Tour",
        "Ich heiße Anna von Berg; Anna von Berg",
        "Mein Name ist Anna von Berg; Anna von Berg",
        "Με λένε Μαρία Παπαδοπούλου; Μαρία Παπαδοπούλου",
        "Μαρία Παπαδοπούλου; Μαρία Παπαδοπούλου",
        "ليلى حداد; ليلى حداد",
        "اسمي الكامل ليلى حداد; ليلى حداد",
        "שרה לוי; שרה לוי",
        "קוראים לי שרה לוי; שרה לוי",
        "Ⓜⓐⓡⓘⓐ 𝓟𝓮𝓽𝓻𝓸𝓿𝓪; Maria Petrova",
        "Maria Petrova 🌸; Maria Petrova"
      })
  void aNameThatWasAskedForIsTakenAndRepeated(String words, String name) {
    var draft = write(ASKED, words);

    assertThat(draft.legalName()).isEqualTo(new LegalName(name));
    assertThat(draft.reply()).contains("“" + name + "”");
    assertThat(draft.needsPerson()).isFalse();
    assertThat(draft.confidence()).isGreaterThan(0.9);
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes please",
        "Yes please",
        "Yes Please",
        "Thank you",
        "Thank You",
        "Thank you so much",
        "Thanks a lot",
        "Perfect",
        "Sounds good",
        "Sounds Good",
        "Good evening",
        "Good Evening",
        "No problem",
        "Of course",
        "Great, thank you",
        "OK",
        "👍",
        "Use the same as last time",
        "Not Friday, Saturday",
        "Half past seven",
        "25 March please",
        "Why do you need my name?",
        "Why?",
        "What name do you need?",
        "What full name do you need?",
        "My name is on the booking",
        "My name is already known to you",
        "Is the name needed?",
        "I am not sure",
        "I'm very happy",
        "It's wonderful",
        "It is for my wife",
        "I would like a yacht in Monaco on 24 December from 2pm to 8pm",
        "Can we make it 8 people?",
        "Make it 8 people please",
        "Sea Breeze",
        "Isabella Rossi",
        "Villa Azur please",
        "Port Hercule",
        "Hotel de Paris",
        "Monte Carlo",
        "Saint Tropez",
        "Cancel it please",
        "I have to cancel my booking",
        "Happy Birthday",
        "Room 12",
        "+33 6 12 34 56 78",
        "@maria",
        "maria@example.com",
        "maria petrova lives in the big house",
        "see you soon",
        "see you tomorrow",
        "I want to talk to a person",
        "Спасибо",
        "Спасибо большое",
        "Да, пожалуйста",
        "Merci beaucoup",
        "Vielen Dank",
        "Ευχαριστώ πολύ",
        "شكرا جزيلا",
        "נעם תודה",
        "תודה רבה",
        "How are you?",
        "accept",
        "I accept"
      })
  void whatIsNoNameIsNoneThoughItWasAskedFor(String words) {
    assertThat(write(ASKED, words).legalName()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria Petrova",
        "It's Maria Petrova",
        "My name is Maria",
        "My name is Maria Petrova and I would like a yacht",
        "I am Maria Petrova",
        "Мария Петрова"
      })
  void withoutBeingAskedOnlyPlainWordsGiveAName(String words) {
    assertThat(write(UNASKED, words).legalName()).isNull();
    assertThat(write(UNASKED, "My full name is Maria Petrova").legalName())
        .isEqualTo(new LegalName("Maria Petrova"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "my name is misspelt, it is Anna Keller; Anna Keller",
        "My name is misspelled. It should be Anna Keller; Anna Keller",
        "You spelled my name wrong, it's Anna Keller; Anna Keller",
        "The name in the contract is wrong, it should read Anna Maria Keller; Anna Maria Keller",
        "Please correct my name: Anna Keller; Anna Keller",
        "There is a typo in my name, it is Anna Keller not Ana Keler; Anna Keller",
        "My correct name is Anna Keller; Anna Keller",
        "My legal name is Anna Keller; Anna Keller"
      })
  void aNameIsCorrected(String words, String name) {
    var draft = write(KNOWN, words);

    assertThat(draft.legalName()).isEqualTo(new LegalName(name));
    assertThat(draft.reply()).contains("“" + name + "”");
  }

  @Test
  void whoeverOnlySaysThatItIsWrongIsAskedHowItReads() {
    var dialogue = new Dialogue(concierge).named(KNOWN);

    var asked = dialogue.write("My name is misspelt in the contract");
    assertThat(asked.legalName()).isNull();
    assertThat(asked.reply()).contains("How shall your full name read");

    assertThat(dialogue.write("Anna Keller").legalName()).isEqualTo(new LegalName("Anna Keller"));
  }

  @Test
  void halfANameIsAskedForAgain() {
    for (var words : new String[] {"My name is Anna", "Anna"}) {
      var draft = write(ASKED, words);
      assertThat(draft.legalName()).isNull();
      assertThat(draft.reply()).contains("first name and family name");
    }
  }

  @Test
  void anInitialIsNoFamilyName() {
    var draft = write(ASKED, "Anna K.");

    assertThat(draft.legalName()).isNull();
    assertThat(draft.reply()).contains("first name and family name");
  }

  @Test
  void aNameInSmallLettersIsAskedForAgainAndThenTaken() {
    var dialogue = new Dialogue(concierge).named(ASKED);

    var asked = dialogue.write("maria petrova");
    assertThat(asked.legalName()).isNull();
    assertThat(asked.reply()).contains("first name and family name");
    assertThat(dialogue.write("maria petrova").legalName())
        .isEqualTo(new LegalName("Maria Petrova"));
  }

  @Test
  void aNameThatAContractCannotBeWrittenInIsAskedForInOtherLetters() {
    var draft = write(ASKED, "王小明");

    assertThat(draft.legalName()).isNull();
    assertThat(write(ASKED, "My full name is 王 小明").reply()).contains("Latin letters");
  }

  @Test
  void whatElseIsSaidIsAnsweredToo() {
    var draft =
        write(
            ASKED,
            "My full name is Paris Hilton",
            "I would like Sea Breeze in Monaco on 24 December from 2pm to 8pm, 6 people, 9000 EUR");

    assertThat(draft.legalName()).isEqualTo(new LegalName("Paris Hilton"));
    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.booking().talent()).isEqualTo("Sea Breeze");
    assertThat(draft.booking().place()).isEqualTo("Monaco");
    assertThat(draft.reply()).contains("I will check availability", "“Paris Hilton”");
  }

  @Test
  void theNameIsRepeatedInTheLanguageOfTheContact() {
    var dialogue = new Dialogue(concierge).in(Locale.GERMANY).named(ASKED);

    assertThat(dialogue.write("Ich heiße Anna von Berg").reply())
        .isEqualTo(
            "Vielen Dank. Der Vertrag wird auf den Namen „Anna von Berg“ lauten. Sollte er anders"
                + " geschrieben werden, sagen Sie es mir einfach.");
  }

  @Test
  void aNameAfterTheContractWasAgreedIsForAPerson() {
    var signed =
        new Dialogue(concierge)
            .named(KNOWN)
            .withBooking("BK-2026-0001", "confirmed", "Sea Breeze", true);

    assertThat(signed.write("My legal name is Anna Keller").needsPerson()).isTrue();
    assertThat(signed.write("My legal name is Ana Keler").needsPerson()).isFalse();
  }

  private Draft write(Party party, String... words) {
    return new Dialogue(concierge).named(party).write(words);
  }
}
