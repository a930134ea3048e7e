package com.ailuxe.console.bookings;

import com.ailuxe.agency.Agencies;
import com.ailuxe.board.BookingCalendar;
import com.ailuxe.board.BookingFilter;
import com.ailuxe.board.BookingList;
import com.ailuxe.board.BookingOrder;
import com.ailuxe.board.BookingStories;
import com.ailuxe.board.ContractFilter;
import com.ailuxe.board.ContractList;
import com.ailuxe.board.ContractPapers;
import com.ailuxe.booking.BookingState;
import com.ailuxe.console.frame.Page;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.conversation.Channel;
import com.ailuxe.shared.ContractId;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.Talents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the bookings and contracts of an agency. */
@Page
class BookingsController {
  private static final int SIZE = 50;

  private final BookingList list;
  private final ContractList contracts;
  private final BookingCalendar calendar;
  private final BookingStories stories;
  private final ContractPapers papers;
  private final Talents talents;
  private final Agencies agencies;
  private final Clock clock;

  BookingsController(
      BookingList list,
      ContractList contracts,
      BookingCalendar calendar,
      BookingStories stories,
      ContractPapers papers,
      Talents talents,
      Agencies agencies,
      Clock clock) {
    this.list = list;
    this.contracts = contracts;
    this.calendar = calendar;
    this.stories = stories;
    this.papers = papers;
    this.talents = talents;
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * A value that a filter offers.
   *
   * @param value as the address has it
   */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * The list, or only its next lines.
   *
   * @param q words to look for
   * @param after where the lines before ended
   */
  @GetMapping("/bookings")
  String bookings(
      @AuthenticationPrincipal StaffMember staff,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") Set<BookingState> state,
      @RequestParam(defaultValue = "") List<TalentId> talent,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
      @RequestParam(required = false) @Nullable Channel channel,
      @RequestParam(defaultValue = "LATEST_EVENT") BookingOrder order,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var zone = zone(staff);
    var chosen = talent.isEmpty() ? null : talent.getFirst();
    var filter =
        new BookingFilter(
            state,
            chosen,
            start(from, zone),
            start(until == null ? null : until.plusDays(1), zone),
            channel,
            words(q));
    var page = list.page(staff.agency(), filter, order, place(after), SIZE);
    model
        .addAttribute("rows", page.lines().stream().map(line -> RowView.of(line, zone)).toList())
        .addAttribute("next", page.next());
    if (!after.isEmpty()) {
      return "bookings-rows";
    }
    model
        .addAttribute("q", q)
        .addAttribute("from", from == null ? "" : from.toString())
        .addAttribute("until", until == null ? "" : until.toString())
        .addAttribute("filtered", !filter.equals(BookingFilter.NONE))
        .addAttribute("states", states(state))
        .addAttribute("talents", talents(staff, chosen))
        .addAttribute("channels", channels(channel))
        .addAttribute("orders", orders(order))
        .addAttribute("mayAct", mayAct(staff));
    return "bookings";
  }

  /** The contracts, or only their next lines. */
  @GetMapping("/bookings/contracts")
  String contracts(
      @AuthenticationPrincipal StaffMember staff,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") Set<ContractState> state,
      @RequestParam(required = false) @Nullable ContractKind kind,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var zone = zone(staff);
    var filter = new ContractFilter(state, kind, words(q));
    var page = contracts.page(staff.agency(), filter, place(after), SIZE);
    model
        .addAttribute(
            "rows", page.lines().stream().map(entry -> ContractView.of(entry, zone)).toList())
        .addAttribute("next", page.next());
    if (!after.isEmpty()) {
      return "bookings-contract-rows";
    }
    model
        .addAttribute("q", q)
        .addAttribute("filtered", !filter.equals(ContractFilter.NONE))
        .addAttribute(
            "states",
            Arrays.stream(ContractState.values())
                .map(
                    one ->
                        new Choice(one.name(), Words.state(one, null).text(), state.contains(one)))
                .toList())
        .addAttribute(
            "kinds",
            Arrays.stream(ContractKind.values())
                .map(one -> new Choice(one.name(), Words.kind(one), one == kind))
                .toList());
    return "bookings-contracts";
  }

  /**
   * A week or a month by talent.
   *
   * @param day one that is in it; today where none is given
   */
  @GetMapping("/bookings/calendar")
  String calendar(
      @AuthenticationPrincipal StaffMember staff,
      @RequestParam(defaultValue = "week") String view,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
      Model model) {
    var zone = zone(staff);
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var shown = day == null ? today : day;
    var month = view.equals("month");
    var from =
        month
            ? shown.withDayOfMonth(1)
            : shown.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var until = month ? from.plusMonths(1) : from.plusWeeks(1);
    model
        .addAttribute(
            "calendar",
            CalendarView.of(
                calendar.between(
                    staff.agency(),
                    from.minusDays(1).atStartOfDay(zone).toInstant(),
                    until.plusDays(1).atStartOfDay(zone).toInstant()),
                from,
                until,
                month,
                today))
        .addAttribute("mayAct", mayAct(staff));
    return "bookings-calendar";
  }

  /** All that is on record of one booking. */
  @GetMapping("/bookings/{reference}")
  String story(
      @AuthenticationPrincipal StaffMember staff, @PathVariable String reference, Model model) {
    var story =
        stories
            .find(staff.agency(), reference.replace("\0", ""))
            .orElseThrow(() -> new NoSuchElementException("No booking " + reference));
    model
        .addAttribute("story", StoryView.of(story, zone(staff)))
        .addAttribute("mayAct", mayAct(staff));
    return "bookings-story";
  }

  @GetMapping("/bookings/contracts/{id}/document")
  ResponseEntity<byte[]> document(
      @AuthenticationPrincipal StaffMember staff, @PathVariable ContractId id) {
    var document = papers.document(staff.agency(), id);
    return pdf(document.pdf(), document.fileName());
  }

  @GetMapping("/bookings/contracts/{id}/evidence")
  ResponseEntity<byte[]> evidence(
      @AuthenticationPrincipal StaffMember staff, @PathVariable ContractId id) {
    return pdf(papers.evidence(staff.agency(), id), "evidence.pdf");
  }

  private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(content);
  }

  private static List<Choice> states(Set<BookingState> chosen) {
    return Arrays.stream(BookingState.values())
        .map(one -> new Choice(one.name(), Words.state(one).text(), chosen.contains(one)))
        .toList();
  }

  private List<Choice> talents(StaffMember staff, @Nullable TalentId chosen) {
    return talents.active(staff.agency()).stream()
        .map(one -> new Choice(one.id().toString(), one.name(), one.id().equals(chosen)))
        .toList();
  }

  private static List<Choice> channels(@Nullable Channel chosen) {
    return Arrays.stream(Channel.values())
        .map(one -> new Choice(one.name(), Words.channel(one), one == chosen))
        .toList();
  }

  private static List<Choice> orders(BookingOrder chosen) {
    return Arrays.stream(BookingOrder.values())
        .map(
            one ->
                new Choice(
                    one.name(),
                    switch (one) {
                      case EVENT -> "Earliest event first";
                      case LATEST_EVENT -> "Latest event first";
                      case NEWEST -> "Newest booking first";
                    },
                    one == chosen))
        .toList();
  }

  private static @Nullable String place(String after) {
    return after.isEmpty() ? null : after;
  }

  private static String words(String typed) {
    return typed.replace("\0", "");
  }

  private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private ZoneId zone(StaffMember staff) {
    return agencies.profile(staff.agency()).zone();
  }

  static boolean mayAct(StaffMember staff) {
    return staff.getAuthorities().stream()
        .anyMatch(granted -> "ROLE_CONCIERGE".equals(granted.getAuthority()));
  }
}
