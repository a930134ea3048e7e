package com.ailuxe.console.bookings;

import com.ailuxe.agency.Agencies;
import com.ailuxe.board.BookingLine;
import com.ailuxe.board.BookingList;
import com.ailuxe.board.ReachableContacts;
import com.ailuxe.booking.Availability;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.DeskAnswer;
import com.ailuxe.booking.DeskAnswer.Kind;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.Refusal.Reason;
import com.ailuxe.console.bookings.DeskForm.Incomplete;
import com.ailuxe.console.frame.Page;
import com.ailuxe.journey.BookingDesk;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dialogs in which a concierge cancels, changes and makes bookings. */
@Page
class DeskController {
  private static final int OFFERED = 4;
  private static final int CONTACTS = 8;

  private final BookingDesk desk;
  private final DeskRequests requests;
  private final BookingList list;
  private final ReachableContacts contacts;
  private final Availability availability;
  private final Talents talents;
  private final Agencies agencies;

  DeskController(
      BookingDesk desk,
      DeskRequests requests,
      BookingList list,
      ReachableContacts contacts,
      Availability availability,
      Talents talents,
      Agencies agencies) {
    this.desk = desk;
    this.requests = requests;
    this.list = list;
    this.contacts = contacts;
    this.availability = availability;
    this.talents = talents;
    this.agencies = agencies;
  }

  /**
   * What a cancellation costs, by who wants it.
   *
   * @param fee as the form gives it back; empty where it is free
   */
  public record Cost(
      String by,
      String label,
      boolean chosen,
      String fee,
      @Nullable Money amount,
      @Nullable String why) {}

  /**
   * A free time that the form takes by one press.
   *
   * @param start as a field of the form has it
   */
  public record Offer(String label, String start, String end) {}

  @GetMapping("/bookings/{reference}/cancel")
  ModelAndView cancel(@AuthenticationPrincipal StaffMember staff, @PathVariable String reference) {
    var booking = own(staff, reference);
    return cancelForm(staff, booking, new DeskForm(Map.of()), List.of());
  }

  @PostMapping("/bookings/{reference}/cancel")
  ModelAndView cancel(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable String reference,
      @RequestParam Map<String, String> fields) {
    var booking = own(staff, reference);
    var form = new DeskForm(fields);
    try {
      var by = form.required("by", "Say who wants to cancel.");
      var wish =
          new DeskWish.Cancel(
              booking.id(),
              CancelledBy.valueOf(by),
              form.money("fee-" + by),
              form.has("waive") ? form.required("because", "Say why the fee is waived.") : null,
              form.text("note"));
      return answered(
          desk.file(staff, wish, form.key()),
          problems -> cancelForm(staff, booking, form, problems));
    } catch (Incomplete e) {
      return cancelForm(staff, booking, form, List.of(e.problem()));
    }
  }

  private ModelAndView cancelForm(
      StaffMember staff, BookingLine booking, DeskForm form, List<String> problems) {
    var costs =
        Arrays.stream(CancelledBy.values()).map(by -> cost(staff, booking, by, form)).toList();
    var free = desk.quote(staff.agency(), booking.id(), CancelledBy.CONTACT).freeUntil();
    return dialog("bookings-cancel", booking, form, problems)
        .addObject("costs", costs)
        .addObject("freeUntil", free == null ? "" : Words.when(free, null));
  }

  private Cost cost(StaffMember staff, BookingLine booking, CancelledBy by, DeskForm form) {
    var fee = desk.quote(staff.agency(), booking.id(), by).fee();
    return new Cost(
        by.name(),
        Words.by(by),
        by.name().equals(form.get("by")),
        fee == null ? "" : DeskForm.write(fee.amount()),
        fee == null ? null : fee.amount(),
        fee == null
            ? null
            : "%s of the price, %s".formatted(StoryView.percent(fee.percent()), fee.reason()));
  }

  @GetMapping("/bookings/{reference}/move")
  ModelAndView move(@AuthenticationPrincipal StaffMember staff, @PathVariable String reference) {
    var booking = own(staff, reference);
    var now = new HashMap<String, String>();
    put(now, "start", booking.start() == null ? null : booking.start().wallTime());
    put(now, "end", booking.end() == null ? null : booking.end().wallTime());
    put(now, "seen-start", booking.start() == null ? null : booking.start().wallTime());
    put(now, "seen-state", booking.state());
    put(now, "talent", booking.talent());
    put(now, "place", booking.place());
    put(now, "guests", booking.guests());
    put(now, "budget", booking.budget() == null ? null : booking.budget().amount());
    return moveForm(staff, booking, new DeskForm(now), List.of(), List.of());
  }

  @PostMapping("/bookings/{reference}/move")
  ModelAndView move(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable String reference,
      @RequestParam Map<String, String> fields) {
    var booking = own(staff, reference);
    var form = new DeskForm(fields);
    try {
      var talent = talent(staff, form);
      var seen = form.time("seen-start");
      var start = booking.start();
      var wish =
          new DeskWish.Change(
              booking.id(),
              form.bookingState("seen-state"),
              seen == null || start == null ? null : new EventTime(seen, start.zone()),
              changed(booking, details(form, talent, currency(staff, booking))));
      var request = desk.file(staff, wish, form.key());
      return answered(
          request,
          problems ->
              moveForm(staff, booking, form, problems, offers(staff, request, talent, form)));
    } catch (Incomplete e) {
      return moveForm(staff, booking, form, List.of(e.problem()), List.of());
    }
  }

  /** What stays as it is was not asked for. */
  private static BookingDetails changed(BookingLine booking, BookingDetails said) {
    var start = booking.start() == null ? null : booking.start().wallTime();
    var end = booking.end() == null ? null : booking.end().wallTime();
    var moved = !Objects.equals(said.start(), start) || !Objects.equals(said.end(), end);
    return new BookingDetails(
        Objects.equals(said.talent(), booking.talentName()) ? null : said.talent(),
        moved ? said.start() : null,
        moved ? said.end() : null,
        null,
        Objects.equals(said.place(), booking.place()) ? null : said.place(),
        Objects.equals(said.guests(), booking.guests()) ? null : said.guests(),
        Objects.equals(said.budget(), booking.budget()) ? null : said.budget());
  }

  private ModelAndView moveForm(
      StaffMember staff,
      BookingLine booking,
      DeskForm form,
      List<String> problems,
      List<Offer> offers) {
    return dialog("bookings-move", booking, form, problems)
        .addObject("offers", offers)
        .addObject("currency", currency(staff, booking))
        .addObject("talents", choices(staff, form));
  }

  @GetMapping("/bookings/new")
  ModelAndView create(
      @AuthenticationPrincipal StaffMember staff, @RequestParam Map<String, String> fields) {
    mayAct(staff);
    return newForm(staff, new DeskForm(fields), List.of(), List.of());
  }

  @PostMapping("/bookings")
  ModelAndView created(
      @AuthenticationPrincipal StaffMember staff, @RequestParam Map<String, String> fields) {
    mayAct(staff);
    var form = new DeskForm(fields);
    try {
      var talent = talent(staff, form);
      form.required("start", "A booking needs a start.");
      form.required("end", "A booking needs an end.");
      form.required("place", "Say where it takes place.");
      form.required("guests", "Say how many guests there are.");
      form.required("budget", "Enter what the contact wants to spend at most.");
      var wish = wish(form, details(form, talent, form.required("currency", "Choose a currency.")));
      var request = desk.file(staff, wish, form.key());
      return answered(
          request,
          problems -> newForm(staff, form, problems, offers(staff, request, talent, form)));
    } catch (Incomplete e) {
      return newForm(staff, form, List.of(e.problem()), List.of());
    }
  }

  private static DeskWish wish(DeskForm form, BookingDetails details) {
    var known = form.required("contact", "Choose for whom the booking is.");
    if (!known.equals("new")) {
      try {
        return new DeskWish.Create(ConversationId.parse(known), null, null, details);
      } catch (IllegalArgumentException e) {
        throw new Incomplete("Choose for whom the booking is.");
      }
    }
    var phone = form.required("phone", "Enter the phone number of the new contact.");
    var name = form.required("name", "Enter the name of the new contact.");
    if (!form.has("agreed")) {
      throw new Incomplete("Write only to who agreed to it: ask the contact first.");
    }
    return new DeskWish.Create(null, name, phone, details);
  }

  private ModelAndView newForm(
      StaffMember staff, DeskForm form, List<String> problems, List<Offer> offers) {
    return new ModelAndView("bookings-new")
        .addObject("form", form)
        .addObject("problems", problems)
        .addObject("offers", offers)
        .addObject("talents", choices(staff, form))
        .addObject("found", found(staff, form))
        .addObject("currency", agencies.profile(staff.agency()).currency().getCurrencyCode());
  }

  /** Those who may be meant, while somebody types. */
  @GetMapping("/bookings/contacts")
  String contacts(
      @AuthenticationPrincipal StaffMember staff,
      @RequestParam Map<String, String> fields,
      Model model) {
    mayAct(staff);
    var form = new DeskForm(fields);
    model.addAttribute("form", form).addAttribute("found", found(staff, form));
    return "bookings-contacts";
  }

  /**
   * A contact that the form offers.
   *
   * @param value as the form gives it back
   */
  public record Found(String value, String name, String channel, String address, boolean chosen) {}

  private List<Found> found(StaffMember staff, DeskForm form) {
    return contacts.find(staff.agency(), form.get("who"), CONTACTS).stream()
        .map(
            one ->
                new Found(
                    one.conversation().toString(),
                    one.name(),
                    Words.channel(one.channel()),
                    one.address(),
                    one.conversation().toString().equals(form.get("contact"))))
        .toList();
  }

  /** What became of a wish that took longer. */
  @GetMapping("/bookings/requests/{id}")
  ModelAndView request(@AuthenticationPrincipal StaffMember staff, @PathVariable DeskRequestId id) {
    mayAct(staff);
    return answer(desk.request(staff.agency(), id));
  }

  @PostMapping("/bookings/requests/{id}/withdraw")
  ModelAndView withdraw(
      @AuthenticationPrincipal StaffMember staff, @PathVariable DeskRequestId id) {
    mayAct(staff);
    requests.withdraw(staff.agency(), id);
    return answer(desk.request(staff.agency(), id));
  }

  /** Shows the form again, with all that was typed, when there is something to correct. */
  private static ModelAndView answered(
      DeskRequest request, Function<List<String>, ModelAndView> form) {
    var answer = request.answer();
    return answer == null || answer.kind().isDone()
        ? answer(request)
        : form.apply(problems(answer));
  }

  private static ModelAndView answer(DeskRequest request) {
    var answer = request.answer();
    var path = "/bookings/requests/" + request.id();
    var view =
        new ModelAndView("bookings-answer")
            .addObject("path", path)
            .addObject("begun", request.begun())
            .addObject("waits", request.isOpen())
            .addObject("done", answer != null && answer.kind().isDone());
    if (request.withdrawn()) {
      return view.addObject("title", "Taken back").addObject("problems", List.of());
    }
    return view.addObject("title", answer == null ? "" : title(answer.kind()))
        .addObject("problems", answer == null ? List.of() : problems(answer));
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case CANCELLED -> "The booking is cancelled; the contact is notified.";
      case CHANGED -> "The booking is changed; the contact is notified.";
      case PROPOSED -> "The change waits for an approver. Until then the booking stays as it is.";
      case UNCHANGED -> "The booking was that way already.";
      case CREATED -> "The booking is made; its slot is held next, and an approver decides.";
      case REFUSED, FEE_CHANGED, OVER, STATE_CHANGED, UNUSABLE -> "This was not carried out";
    };
  }

  private static List<String> problems(DeskAnswer answer) {
    return switch (answer.kind()) {
      case CANCELLED, CHANGED, PROPOSED, UNCHANGED, CREATED -> List.of();
      case REFUSED -> answer.refusals().stream().map(Words::refusal).toList();
      case FEE_CHANGED ->
          List.of(
              answer.fee() == null
                  ? "Meanwhile it has become free. Please look once more."
                  : "Meanwhile it has come to cost %s. Please look once more."
                      .formatted(answer.fee()));
      case OVER -> List.of("Meanwhile the booking has ended: it is %s.".formatted(state(answer)));
      case STATE_CHANGED ->
          List.of(
              "Meanwhile the booking was changed: it is %s. Please look at it once more."
                  .formatted(state(answer)));
      case UNUSABLE -> List.of(Objects.requireNonNullElse(answer.problem(), ""));
    };
  }

  private static String state(DeskAnswer answer) {
    return answer.state() == null ? "" : Words.state(answer.state()).text();
  }

  private List<Offer> offers(
      StaffMember staff, DeskRequest request, TalentProfile talent, DeskForm form) {
    var answer = request.answer();
    var start = form.time("start");
    var end = form.time("end");
    var taken =
        answer != null
            && answer.refusals().stream().anyMatch(one -> one.reason() == Reason.SLOT_TAKEN);
    if (!taken || start == null || end == null) {
      return List.of();
    }
    var wished = new EventTime(start, talent.zone());
    return availability
        .nearest(
            staff.agency(),
            talent.id(),
            wished,
            Duration.between(wished.instant(), new EventTime(end, talent.zone()).instant()),
            OFFERED)
        .stream()
        .map(
            free ->
                new Offer(
                    Words.when(free.start(), free.end()),
                    free.start().wallTime().toString(),
                    free.end().wallTime().toString()))
        .toList();
  }

  private static BookingDetails details(DeskForm form, TalentProfile talent, String currency) {
    return new BookingDetails(
        talent.name(),
        form.time("start"),
        form.time("end"),
        null,
        form.text("place"),
        form.number("guests"),
        form.money("budget", currency));
  }

  private TalentProfile talent(StaffMember staff, DeskForm form) {
    var chosen = form.required("talent", "Choose who or what is booked.");
    return talents.active(staff.agency()).stream()
        .filter(one -> one.id().toString().equals(chosen))
        .findFirst()
        .orElseThrow(() -> new Incomplete("Choose who or what is booked."));
  }

  private List<BookingsController.Choice> choices(StaffMember staff, DeskForm form) {
    return talents.active(staff.agency()).stream()
        .map(
            one ->
                new BookingsController.Choice(
                    one.id().toString(),
                    "%s (%s, %s)".formatted(one.name(), one.kind(), one.city()),
                    one.id().toString().equals(form.get("talent"))))
        .toList();
  }

  private String currency(StaffMember staff, BookingLine booking) {
    return Optional.ofNullable(booking.budget())
        .or(() -> Optional.ofNullable(booking.total()))
        .map(Money::currency)
        .orElseGet(() -> agencies.profile(staff.agency()).currency())
        .getCurrencyCode();
  }

  /** A form with a key of its own: what is sent twice is carried out once. */
  private static ModelAndView dialog(
      String view, BookingLine booking, DeskForm form, List<String> problems) {
    return new ModelAndView(view)
        .addObject("reference", booking.reference())
        .addObject("form", form)
        .addObject("problems", problems);
  }

  private BookingLine own(StaffMember staff, String reference) {
    mayAct(staff);
    return list.byReference(staff.agency(), reference.replace("\0", ""))
        .orElseThrow(() -> new NoSuchElementException("No booking " + reference));
  }

  private static void mayAct(StaffMember staff) {
    if (!BookingsController.mayAct(staff)) {
      throw new AccessDeniedException("Only concierges change bookings");
    }
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
