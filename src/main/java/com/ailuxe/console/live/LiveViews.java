package com.ailuxe.console.live;

import com.ailuxe.agency.Agencies;
import com.ailuxe.board.BookingLine;
import com.ailuxe.board.BookingList;
import com.ailuxe.board.Chat;
import com.ailuxe.board.ChatLine;
import com.ailuxe.board.ConversationLine;
import com.ailuxe.board.ConversationList;
import com.ailuxe.board.Page;
import com.ailuxe.console.frame.Moments;
import com.ailuxe.console.live.LiveSide.Fact;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.ContractState;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.FileState;
import com.ailuxe.conversation.Readers;
import com.ailuxe.reminder.LedgerRow;
import com.ailuxe.reminder.LedgerState;
import com.ailuxe.rendering.Wording;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.tasks.FormPart;
import com.ailuxe.tasks.StaffTask;
import com.ailuxe.tasks.StaffTasks;
import com.ailuxe.tasks.TaskPerson;
import com.ailuxe.tasks.TaskRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the live page shows of what the features know. */
@Component
class LiveViews {
  private static final int MOST_BOOKINGS = 10;
  private static final List<String> WAY =
      List.of("wish", "approval", "agreement", "reminders", "thanks");
  private static final String REVIEW = "Task_ReviewReply";
  private static final String REPLY = "reply";
  private static final Duration SERVICE_WINDOW = Duration.ofHours(24);
  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);
  private static final DateTimeFormatter EVENT =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Agencies agencies;
  private final ConversationList list;
  private final Chat chat;
  private final Conversations conversations;
  private final Contacts contacts;
  private final Readers readers;
  private final BookingList bookings;
  private final StaffTasks tasks;
  private final Clock clock;

  LiveViews(
      Agencies agencies,
      ConversationList list,
      Chat chat,
      Conversations conversations,
      Contacts contacts,
      Readers readers,
      BookingList bookings,
      StaffTasks tasks,
      Clock clock) {
    this.agencies = agencies;
    this.list = list;
    this.chat = chat;
    this.conversations = conversations;
    this.contacts = contacts;
    this.readers = readers;
    this.bookings = bookings;
    this.tasks = tasks;
    this.clock = clock;
  }

  private Moments moments(StaffMember staff) {
    return new Moments(clock.instant(), agencies.profile(staff.agency()).zone());
  }

  Page<LiveRow> rows(
      StaffMember staff,
      LiveFilter filter,
      @Nullable String after,
      int size,
      @Nullable String chosen) {
    var moments = moments(staff);
    var page = list.page(staff.agency(), staff.id(), filter.asSeenBy(staff), after, size);
    return new Page<>(
        page.lines().stream().map(line -> row(line, staff, moments, chosen)).toList(), page.next());
  }

  private static LiveRow row(
      ConversationLine line, StaffMember staff, Moments moments, @Nullable String chosen) {
    var id = line.id().toString();
    var said = line.last();
    var words =
        said == null
            ? "Nothing was said yet"
            : LiveWords.before(said.author())
                + (said.text().isBlank() ? LiveWords.ofType(said.type()) : said.text());
    var tag = tag(line, staff, moments);
    var at = said == null ? null : moments.brief(said.at());
    var unread = line.unread() == 0 ? "" : line.unread() > 99 ? "99+" : "" + line.unread();
    var isChosen = id.equals(chosen);
    return new LiveRow(
        id,
        Integer.toHexString(
            Objects.hash(
                words, unread, tag, at == null ? "" : at.text(), isChosen, line.contactName())),
        line.contactName(),
        initials(line.contactName()),
        line.contactLocale().getLanguage(),
        LiveWords.of(line.channel()),
        at,
        words,
        unread,
        tag,
        isChosen);
  }

  /** The one thing about it that somebody has to know first. */
  private static LiveRow.@Nullable Tag tag(
      ConversationLine line, StaffMember staff, Moments moments) {
    var task = line.task();
    if (task != null) {
      var due = task.dueAt();
      return due != null && due.isBefore(moments.now().plus(Duration.ofMinutes(10)))
          ? new LiveRow.Tag("bad", task.name() + ", " + moments.due(due).text())
          : new LiveRow.Tag("wait", task.name() + ", " + moments.ago(task.since()).text());
    }
    if (line.unknownSends() > 0) {
      return new LiveRow.Tag("bad", "A message may not have left");
    }
    if (line.handler() == AnsweredBy.PERSON) {
      var name = line.handlerName();
      var who =
          name == null ? "Someone on the phone" : name.equals(staff.personName()) ? "You" : name;
      return line.unansweredSince() == null
          ? new LiveRow.Tag("gold", who)
          : new LiveRow.Tag("wait", who + ", waits " + moments.ago(line.unansweredSince()).text());
    }
    return line.unansweredSince() == null
        ? null
        : new LiveRow.Tag("", "being answered, " + moments.ago(line.unansweredSince()).text());
  }

  private static String initials(String name) {
    return List.of(name.split("[\\s.]+")).stream()
        .filter(part -> !part.isEmpty() && Character.isLetter(part.codePointAt(0)))
        .limit(2)
        .map(part -> Character.toString(part.codePointAt(0)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /**
   * @throws NoSuchElementException when the agency has no such conversation
   */
  LiveHead head(StaffMember staff, ConversationId id) {
    var conversation = profile(staff, id);
    var contact = contacts.profile(conversation.contactId());
    var line = list.line(staff.agency(), staff.id(), id).orElseThrow();
    var mine = staff.personName().equals(conversation.handlerName());
    var isPerson = conversation.handler() == AnsweredBy.PERSON;
    var name = conversation.handlerName();
    var closes =
        conversation.channel() != Channel.WHATSAPP
            ? null
            : line.wroteAt() == null ? Instant.EPOCH : line.wroteAt().plus(SERVICE_WINDOW);
    var isOpen = closes == null || closes.isAfter(clock.instant());
    return new LiveHead(
        id.toString(),
        contact.displayName(),
        initials(contact.displayName()),
        LiveWords.of(conversation.channel())
            + ", writes "
            + contact.locale().getDisplayLanguage(Locale.ENGLISH),
        isPerson ? mine ? "me" : "colleague" : "concierge",
        isPerson
            ? mine
                ? "You answer"
                : (name == null ? "Someone answers on the phone" : name + " answers")
            : "The concierge answers",
        conversation.epoch(),
        closes == null
            ? ""
            : isOpen
                ? "window open for " + Moments.length(Duration.between(clock.instant(), closes))
                : "window closed",
        isOpen,
        readers.others(staff.agency(), id, staff.id()));
  }

  private ConversationProfile profile(StaffMember staff, ConversationId id) {
    return conversations
        .of(staff.agency(), id)
        .orElseThrow(() -> new NoSuchElementException("No conversation " + id));
  }

  List<LiveMessage> messages(
      StaffMember staff, ConversationId id, @Nullable Long before, int most) {
    var moments = moments(staff);
    var messages = new ArrayList<LiveMessage>();
    var day = "";
    for (var line : chat.lines(staff.agency(), id, before, most)) {
      var its = moments.day(line.at());
      messages.add(message(line, its.equals(day) ? "" : its, staff, moments));
      day = its;
    }
    return messages;
  }

  /** What waits in the chat for this person or any other who may do it, the oldest first. */
  List<LiveTask> tasks(StaffMember staff, ConversationId id) {
    var moments = moments(staff);
    var person = TaskPerson.of(staff);
    return tasks.ofConversation(person, id).stream()
        .map(task -> task(task, person, moments))
        .toList();
  }

  private LiveTask task(StaffTask task, TaskPerson person, Moments moments) {
    var holder = task.holder();
    var due = task.dueAt();
    var others = holder == null || task.isOf(person) ? "" : holder.name();
    var draft = REVIEW.equals(task.taskId()) ? draft(person, task) : null;
    return new LiveTask(
        task.key().toString(),
        Integer.toHexString(Objects.hash(others, draft, due)),
        task.name(),
        task.why(),
        moments.ago(task.since()),
        due == null ? null : moments.due(due),
        due != null && due.isBefore(moments.now()),
        others,
        draft);
  }

  /** The words that wait; null where the task was done just now. */
  private @Nullable String draft(TaskPerson person, StaffTask task) {
    try {
      return tasks.sheet(person, task.key()).form().rows().stream()
          .flatMap(List::stream)
          .filter(part -> part.key().equals(REPLY))
          .map(FormPart::value)
          .findFirst()
          .orElse(null);
    } catch (TaskRefused gone) {
      return null;
    }
  }

  private static LiveMessage message(
      ChatLine line, String day, StaffMember staff, Moments moments) {
    var isContact = line.author() == Author.CONTACT;
    var who = isContact ? "" : who(line, staff);
    var notes = notes(line);
    var tick = tick(line);
    var file = file(line);
    var words =
        line.text().isBlank() && file == null ? LiveWords.ofType(line.type().name()) : line.text();
    var quote = line.quote();
    return new LiveMessage(
        line.id().toString(),
        line.sequence(),
        Integer.toHexString(Objects.hash(words, notes, tick, file, who, day)),
        isContact ? "in" : "out",
        day,
        words,
        quote == null
            ? null
            : new LiveMessage.Quote(
                quote.author() == null || quote.author() == Author.CONTACT ? "Contact" : "Agency",
                quote.text()),
        notes,
        line.buttons(),
        file,
        who,
        moments.clock(line.at()),
        tick);
  }

  private static String who(ChatLine line, StaffMember staff) {
    var time = line.responseTime();
    var within = time == null ? "" : " · in " + Moments.length(time);
    return switch (line.author()) {
      case CONTACT -> "";
      case CONCIERGE -> "concierge" + within;
      case NOTICE -> "notice";
      case PERSON -> {
        var name = line.personName();
        var shown =
            line.onPhone()
                ? "on the phone"
                : name == null ? "team" : name.equals(staff.personName()) ? "you" : name;
        yield shown + within;
      }
    };
  }

  private static List<String> notes(ChatLine line) {
    var notes = new ArrayList<String>();
    if (line.takenBack()) {
      notes.add("The contact has deleted this");
    }
    if (line.edited()) {
      notes.add("edited");
    }
    if (line.corrects()) {
      notes.add("corrects an earlier message");
    }
    return notes;
  }

  private static LiveMessage.@Nullable Tick tick(ChatLine line) {
    var state = line.state();
    if (state == null) {
      return null;
    }
    var kind =
        switch (state) {
          case READ -> "ok";
          case FAILED, UNKNOWN -> "bad";
          default -> "";
        };
    var isProblem =
        switch (state) {
          case FAILED, UNKNOWN, WITHDRAWN, WAITING_FOR_TEMPLATE -> true;
          default -> false;
        };
    return new LiveMessage.Tick(
        kind,
        LiveWords.icon(state),
        LiveWords.of(state),
        isProblem ? Objects.requireNonNullElse(line.reason(), "") : "");
  }

  private static LiveMessage.@Nullable File file(ChatLine line) {
    var file = line.file();
    if (file == null) {
      return null;
    }
    var name = Objects.requireNonNullElse(file.name(), LiveWords.ofType(line.type().name()));
    var reason = Objects.requireNonNullElse(file.reason(), "");
    if (file.state() != FileState.STORED) {
      var note =
          switch (file.state()) {
            case WAITING -> "on its way here";
            case REFUSED -> "was not taken";
            case FAILED -> "the messenger did not give it";
            case STORED -> "";
          };
      return new LiveMessage.File("none", "", name, reason.isEmpty() ? note : note + ": " + reason);
    }
    var type = Objects.requireNonNullElse(file.mediaType(), "");
    var size = file.size();
    return new LiveMessage.File(
        LiveFiles.show(type), "/live/files/" + line.id(), name, size == null ? "" : size(size));
  }

  private static String size(long bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " KB"
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
  }

  LiveSide side(StaffMember staff, ConversationId id) {
    var conversation = profile(staff, id);
    var contact = contacts.profile(conversation.contactId());
    var moments = moments(staff);
    var lines = bookings.ofContact(staff.agency(), contact.id(), MOST_BOOKINGS);
    var facts = new ArrayList<Fact>();
    var legalName = contact.legalName();
    facts.add(new Fact("Legal name", legalName == null ? "not known" : legalName.value()));
    facts.add(new Fact("Language", contact.locale().getDisplayLanguage(Locale.ENGLISH)));
    facts.add(
        new Fact(
            "Their time",
            CLOCK.format(clock.instant().atZone(contact.zone()))
                + ", "
                + ENGLISH.write(contact.zone())));
    facts.add(new Fact("Reminders", contact.optedOut() ? "stopped by the contact" : "welcome"));
    facts.add(new Fact("Bookings", lines.isEmpty() ? "none yet" : String.valueOf(lines.size())));
    return new LiveSide(
        contact.displayName(),
        facts,
        lines.stream().map(line -> booking(line, moments)).toList(),
        "conversation:%s %s"
            .formatted(
                id,
                lines.stream().map(line -> "booking:" + line.id()).collect(Collectors.joining(" ")))
            .strip());
  }

  private static LiveSide.Booking booking(BookingLine line, Moments moments) {
    var facts = new ArrayList<Fact>();
    add(facts, "Talent", line.talentName());
    var start = line.start();
    add(facts, "When", start == null ? null : when(start, line.end()));
    add(facts, "Place", line.place());
    add(facts, "Guests", line.guests() == null ? null : String.valueOf(line.guests()));
    add(facts, "Price", line.total() == null ? null : ENGLISH.write(line.total()));
    add(facts, "Deposit", line.deposit() == null ? null : ENGLISH.write(line.deposit()));
    add(facts, "Budget", line.budget() == null ? null : ENGLISH.write(line.budget()));
    add(
        facts,
        "Held until",
        line.holdExpiresAt() == null ? null : moments.dayAndClock(line.holdExpiresAt()).text());
    return new LiveSide.Booking(
        line.reference(),
        LiveWords.of(line.state()),
        LiveWords.kind(line.state()),
        steps(line),
        facts,
        line.reminders().stream().map(reminder -> reminder(reminder, moments)).toList(),
        line.contracts().stream()
            .map(
                contract ->
                    new LiveSide.Document(
                        contract.number(),
                        contract.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        contract.state().name().toLowerCase(Locale.ROOT),
                        contract.answeredAt() == null ? "wait" : "ok"))
            .toList());
  }

  /** How far a booking is on its way. */
  private static List<LiveSide.Step> steps(BookingLine line) {
    var here =
        switch (line.state()) {
          case INQUIRY -> 0;
          case HELD, LAPSED -> 1;
          case CONFIRMED -> isAgreed(line) ? 3 : 2;
          case COMPLETED -> WAY.size();
          case DECLINED, RELEASED, CANCELLED -> -1;
        };
    return here < 0
        ? List.of()
        : IntStream.range(0, WAY.size())
            .mapToObj(
                step ->
                    new LiveSide.Step(
                        WAY.get(step), step < here ? "done" : step == here ? "here" : ""))
            .toList();
  }

  private static boolean isAgreed(BookingLine line) {
    return !line.contracts().isEmpty()
        && line.contracts().stream()
            .allMatch(contract -> contract.state() == ContractState.ACCEPTED);
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(name, value));
    }
  }

  private static String when(EventTime start, @Nullable EventTime end) {
    var from = EVENT.format(start.wallTime());
    if (end == null) {
      return from;
    }
    var sameDay = start.wallTime().toLocalDate().equals(end.wallTime().toLocalDate());
    return from
        + " to "
        + (sameDay ? CLOCK : EVENT).format(end.wallTime())
        + ", "
        + zone(start.zone());
  }

  private static String zone(ZoneId zone) {
    return ENGLISH.write(zone);
  }

  private static LiveSide.Reminder reminder(LedgerRow row, Moments moments) {
    var kind =
        switch (row.state()) {
          case ACCEPTED, SENT, DELIVERED, READ -> "ok";
          case PLANNED, QUEUED, SENDING, WAITING_FOR_TEMPLATE -> "next";
          case FAILED, UNKNOWN -> "bad";
          case SKIPPED -> "";
        };
    return new LiveSide.Reminder(
        row.kind(),
        kind,
        row.state() == LedgerState.PLANNED
            ? moments.dayAndClock(row.dueAt()).text()
            : row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        moments.dayAndClock(row.dueAt()),
        Objects.requireNonNullElse(row.reason(), ""));
  }
}
