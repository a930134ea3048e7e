package com.ailuxe.concierge.rules;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.Disclosure;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.reading.NameReader;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.LegalName;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of the name that a contact gives for the contract, repeats it, and leaves the rest of
 * the turn to the rules. A name that comes after a contract was agreed is for a person to look at.
 */
public final class NameTaker implements Concierge {
  private static final double SURE = 0.95;

  private final Concierge rules;
  private final Templates templates;

  public NameTaker(Concierge rules, Templates templates) {
    this.rules = rules;
    this.templates = templates;
  }

  @Override
  public Draft draft(TurnContext turn) {
    var read = NameReader.read(turn, turn.party().asked(), askedAgain(turn));
    if (!read.saysSomething()) {
      return rules.draft(turn);
    }
    var said = read.name();
    var name = said != null && NameReader.isReadable(said) ? said : null;
    if (read.rest().isEmpty()) {
      return alone(turn, name, words(turn.locale(), said, name));
    }
    var others = rules.draft(turn.saying(read.rest()));
    var answer = others.reply() + "\n\n" + words(Locale.ENGLISH, said, name);
    return others.naming(name, answer);
  }

  /**
   * @param name the same as was said, null where a contract cannot have it
   */
  private String words(Locale locale, @Nullable LegalName said, @Nullable LegalName name) {
    if (name != null) {
      return words(ReplyTemplate.LEGAL_NAME_NOTED, locale, Map.of("name", name.value()));
    }
    return said == null ? again(locale) : words(ReplyTemplate.LEGAL_NAME_LETTERS, locale, Map.of());
  }

  private Draft alone(TurnContext turn, @Nullable LegalName name, String words) {
    var disclosure =
        turn.discloseAi()
            ? Disclosure.by(Disclosure.OF_THE_RULES, turn.agency().name()) + "\n\n"
            : "";
    var reason = name == null ? null : agreedBefore(turn, name);
    return new Draft(
        disclosure + words,
        Intent.QUESTION,
        BookingFields.NONE,
        null,
        name,
        SURE,
        reason != null,
        reason,
        null,
        null,
        null);
  }

  /** A confirmed booking without a contract that waits for an answer has one that is agreed. */
  private static @Nullable String agreedBefore(TurnContext turn, LegalName name) {
    var before = turn.party().name();
    return before != null
            && !before.equals(name)
            && turn.contractNumber() == null
            && turn.bookings().stream().anyMatch(TurnContext.Booking::confirmed)
        ? "Gives another legal name than the one in an agreement that is accepted already"
        : null;
  }

  private boolean askedAgain(TurnContext turn) {
    return turn.transcript().reversed().stream()
        .filter(line -> line.author() == Author.CONCIERGE)
        .findFirst()
        .filter(
            line ->
                Stream.of(turn.locale(), Locale.ENGLISH)
                    .map(this::again)
                    .anyMatch(line.text()::contains))
        .isPresent();
  }

  private String words(ReplyTemplate template, Locale locale, Map<String, ?> facts) {
    return templates.render(TemplateKind.REPLY, template.stem(), locale, facts);
  }

  private String again(Locale locale) {
    return words(ReplyTemplate.LEGAL_NAME_AGAIN, locale, Map.of());
  }
}
