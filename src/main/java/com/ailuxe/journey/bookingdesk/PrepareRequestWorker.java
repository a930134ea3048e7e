package com.ailuxe.journey.bookingdesk;

import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Choice;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.PriceLines;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.Talents;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the booking that staff mean, and lays out what is, what it may become and what that costs.
 */
@Component
public class PrepareRequestWorker {
  private final Agencies agencies;
  private final Bookings bookings;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Talents talents;
  private final CancellationRules rules;

  PrepareRequestWorker(
      Agencies agencies,
      Bookings bookings,
      Contacts contacts,
      Conversations conversations,
      Talents talents,
      CancellationRules rules) {
    this.agencies = agencies;
    this.bookings = bookings;
    this.contacts = contacts;
    this.conversations = conversations;
    this.talents = talents;
    this.rules = rules;
  }

  public record Prepared(Desk desk) {}

  /**
   * What the form shows.
   *
   * @param round how often the form is shown, so that no answer is taken for an older one
   * @param found whether it is clear which booking is meant; else the rest is empty
   * @param problem why the last answer was not carried out; empty where it was, or is the first
   * @param agencies to choose from, where several have a booking of that number
   * @param changeable whether another time, talent and so on can be asked for
   * @param start on the wall, as the picker takes it; null while it is not known
   * @param fee what it costs when the contact calls it off now; empty where that is free
   */
  public record Desk(
      int round,
      boolean found,
      String problem,
      String reference,
      List<Choice> agencies,
      @Nullable String bookingId,
      String facts,
      boolean changeable,
      List<Choice> talents,
      @Nullable String talent,
      @Nullable String start,
      @Nullable String end,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable BigDecimal budget,
      String currency,
      String fee,
      String feeReason) {}

  /**
   * @param reference as somebody typed it
   * @param agency the short name of the one that was chosen, if any
   */
  @JobWorker(type = JobTypes.PREPARE_REQUEST)
  public Prepared handle(
      @Variable(optional = true) @Nullable String reference,
      @Variable(optional = true) @Nullable String agency,
      @Variable(optional = true) @Nullable String problem,
      @Variable(optional = true) @Nullable Integer round) {
    var written = reference == null ? "" : reference.strip();
    var next = round == null ? 1 : round;
    var lastProblem = problem == null ? "" : FormText.line(problem);
    var meant =
        bookings.written(written).stream()
            .filter(
                booking ->
                    agency == null
                        || agency.isBlank()
                        || agencies.profile(booking.agency()).slug().equals(agency))
            .toList();
    if (meant.size() == 1) {
      return new Prepared(desk(meant.getFirst(), next, lastProblem));
    }
    var which =
        meant.isEmpty()
            ? "There is no booking '%s'.".formatted(FormText.line(written))
            : "Several agencies have a booking %s: choose which."
                .formatted(meant.getFirst().reference());
    var choices =
        meant.stream()
            .map(BookingFacts::agency)
            .distinct()
            .map(agencies::profile)
            .map(Choice::of)
            .toList();
    return new Prepared(
        new Desk(
            next,
            false,
            lastProblem.isEmpty() ? which : lastProblem,
            written,
            choices,
            null,
            "",
            false,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            "",
            "",
            ""));
  }

  private Desk desk(BookingFacts booking, int round, String problem) {
    var fee = rules.fee(booking, CancelledBy.CONTACT).orElse(null);
    var budget = booking.budget();
    return new Desk(
        round,
        true,
        problem,
        booking.reference(),
        List.of(),
        booking.id().toString(),
        facts(booking),
        booking.isActive(),
        talents.active(booking.agency()).stream().map(Choice::of).toList(),
        booking.talentName(),
        picked(booking.start()),
        picked(booking.end()),
        booking.place(),
        booking.guests(),
        budget == null ? null : budget.amount(),
        currency(booking),
        fee == null ? "" : fee.amount().toString(),
        fee == null
            ? ""
            : "%s %% of the price, %s"
                .formatted(fee.percent().stripTrailingZeros().toPlainString(), fee.reason()));
  }

  private String facts(BookingFacts booking) {
    var conversation = conversations.profile(booking.conversation());
    var lines = new ArrayList<String>();
    lines.add("**%s**, %s".formatted(booking.reference(), FormWords.state(booking.state())));
    lines.add(
        "%s, %s, %s"
            .formatted(
                FormText.line(contacts.profile(booking.contact()).displayName()),
                FormWords.channel(conversation.channel()),
                FormText.line(agencies.profile(booking.agency()).name())));
    if (booking.talentName() != null) {
      lines.add("%s (%s)".formatted(FormText.line(booking.talentName()), booking.service()));
    }
    if (booking.start() != null && booking.end() != null) {
      lines.add(FormWords.when(booking.start(), booking.end()));
    }
    if (booking.place() != null) {
      lines.add(FormText.line(booking.place()));
    }
    lines.add("Price: " + PriceLines.total(booking.price()));
    return String.join("  \n", lines);
  }

  static @Nullable String picked(@Nullable EventTime time) {
    return time == null ? null : time.wallTime().toString();
  }

  private String currency(BookingFacts booking) {
    Money known = booking.budget() == null ? booking.total() : booking.budget();
    return known == null
        ? agencies.profile(booking.agency()).currency().getCurrencyCode()
        : known.currency().getCurrencyCode();
  }
}
