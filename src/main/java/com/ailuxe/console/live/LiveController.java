package com.ailuxe.console.live;

import com.ailuxe.console.frame.Page;
import com.ailuxe.console.frame.PageFrame;
import com.ailuxe.console.live.OutgoingMessages.WordsRefused;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Readers;
import com.ailuxe.media.MediaRefused;
import com.ailuxe.media.MediaUnavailable;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Letters;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.tasks.StaffTasks;
import com.ailuxe.tasks.TaskKey;
import com.ailuxe.tasks.TaskPerson;
import com.ailuxe.tasks.TaskRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** The live page and its parts. */
@Page
class LiveController {
  private static final int ROWS = 40;
  private static final int MOST_ROWS = 400;
  private static final int MESSAGES = 50;

  private final LiveViews views;
  private final Conversations conversations;
  private final Handovers handovers;
  private final Readers readers;
  private final OutgoingMessages outgoing;
  private final StaffTasks tasks;
  private final PageFrame frames;

  LiveController(
      LiveViews views,
      Conversations conversations,
      Handovers handovers,
      Readers readers,
      OutgoingMessages outgoing,
      StaffTasks tasks,
      PageFrame frames) {
    this.views = views;
    this.conversations = conversations;
    this.handovers = handovers;
    this.readers = readers;
    this.outgoing = outgoing;
    this.tasks = tasks;
    this.frames = frames;
  }

  @GetMapping("/live")
  String page(
      @AuthenticationPrincipal StaffMember staff, @ModelAttribute LiveFilter filter, Model model) {
    list(staff, filter, null, ROWS, null, model);
    return "live";
  }

  @GetMapping("/live/{id}")
  String chat(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @ModelAttribute LiveFilter filter,
      Model model) {
    list(staff, filter, null, ROWS, id.toString(), model);
    open(staff, id, model);
    return "live";
  }

  /**
   * The list alone.
   *
   * @param after where the page before ended; a page that follows is added to what is there
   * @param size how many rows are shown already
   */
  @GetMapping("/live/list")
  String list(
      @AuthenticationPrincipal StaffMember staff,
      @ModelAttribute LiveFilter filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + ROWS) int size,
      @RequestParam(required = false) @Nullable String chosen,
      Model model) {
    var rows = views.rows(staff, filter, after, Math.clamp(size, ROWS, MOST_ROWS), chosen);
    model
        .addAttribute("filter", filter)
        .addAttribute("rows", rows.lines())
        .addAttribute("next", rows.next() == null ? "" : rows.next());
    return "live-list";
  }

  /** The chat alone, and what stands beside it. */
  @GetMapping("/live/{id}/chat")
  String chatAlone(
      @AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id, Model model) {
    open(staff, id, model);
    return "live-chat";
  }

  @GetMapping("/live/{id}/head")
  String head(
      @AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id, Model model) {
    model.addAttribute("head", views.head(staff, id));
    return "live-head";
  }

  /**
   * The messages alone.
   *
   * @param before the place of the message that follows; without it the end of the chat
   */
  @GetMapping("/live/{id}/messages")
  String messages(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    requireOwn(staff, id);
    model
        .addAttribute("messages", views.messages(staff, id, before, MESSAGES))
        .addAttribute("tasks", before == null ? views.tasks(staff, id) : List.of())
        .addAttribute("id", id.toString());
    return "live-messages";
  }

  @GetMapping("/live/{id}/side")
  String side(
      @AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id, Model model) {
    model.addAttribute("side", views.side(staff, id)).addAttribute("id", id.toString());
    return "live-side";
  }

  /** The page says while it is open that this person looks at the chat. */
  @PostMapping("/live/{id}/looking")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void looking(@AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id) {
    requireOwn(staff, id);
    readers.looks(staff.agency(), id, staff.id(), staff.personName());
  }

  @PostMapping("/live/{id}/takeover")
  String takeOver(
      @AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id, Model model) {
    handovers.takeOver(staff.agency(), id, staff.personName());
    return head(staff, id, model);
  }

  @PostMapping("/live/{id}/hand-back")
  String handBack(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @RequestParam long epoch,
      Model model) {
    handovers.handBack(staff.agency(), id, staff.personName(), epoch);
    return head(staff, id, model);
  }

  /**
   * Sends what a person wrote, and takes the chat over for that.
   *
   * @param key the same key sends once, however often the page tries
   * @param epoch as the person saw it
   */
  @PostMapping("/live/{id}/messages")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void write(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @RequestHeader("Idempotency-Key") String key,
      @RequestParam long epoch,
      @RequestParam String text) {
    var words = Letters.composed(text).strip().replace("\r\n", "\n");
    var seen = epoch + (takesOver(staff, id, epoch) ? 1 : 0);
    handovers.write(staff.agency(), id, staff.personName(), OutboundContent.text(words), seen, key);
  }

  /**
   * Sends a file, and takes the chat over for that.
   *
   * @param key the same key sends once, however often the page tries
   * @param epoch as the person saw it
   * @param text stands under the file; may be empty
   */
  @PostMapping("/live/{id}/files")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void send(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @RequestHeader("Idempotency-Key") String key,
      @RequestParam long epoch,
      @RequestParam(defaultValue = "") String text,
      @RequestParam MultipartFile file)
      throws IOException {
    requireOwn(staff, id);
    var content = outgoing.message(staff.agency(), file, text.strip().replace("\r\n", "\n"));
    var seen = epoch + (takesOver(staff, id, epoch) ? 1 : 0);
    handovers.write(staff.agency(), id, staff.personName(), content, seen, key);
  }

  /**
   * Decides about the draft that waits in the chat, as its task in Tasklist would.
   *
   * @param decision {@code approve}, {@code discard} or {@code take-over}
   * @param reply the words as the person left them
   */
  @PostMapping("/live/{id}/drafts/{key}")
  String decide(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @PathVariable TaskKey key,
      @RequestParam String decision,
      @RequestParam(defaultValue = "") String reply,
      @RequestParam(defaultValue = "false") boolean followUp,
      Model model) {
    requireOwn(staff, id);
    var typed = new HashMap<String, List<String>>();
    typed.put("decision", List.of(decision));
    typed.put("reply", List.of(reply));
    if (followUp) {
      typed.put("followUp", List.of("true"));
    }
    tasks.complete(TaskPerson.of(staff), key, typed);
    return messages(staff, id, null, model);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  String notDone(TaskRefused refused, HttpServletRequest request, Model model) {
    var by = refused.by();
    var detail =
        switch (refused.reason()) {
          case DONE -> (by == null ? "Somebody" : by) + " has decided about this draft already.";
          case TAKEN -> (by == null ? "Somebody else" : by) + " has this task at the moment.";
          case OUTDATED -> "The contact or a colleague wrote meanwhile, so this draft is void.";
          case NOT_YOURS -> "This task is offered to others.";
          case INVALID -> "These words cannot be sent. A reply has 1 to 4,096 letters.";
          case ENGINE_AWAY ->
              "The engine of the path does not answer. What you changed is still here; please try again in a moment.";
        };
    return notice("The draft was not decided", detail, request, model);
  }

  @ExceptionHandler({MediaRefused.class, WordsRefused.class, MaxUploadSizeExceededException.class})
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  String notTaken(Exception refused, HttpServletRequest request, Model model) {
    return notice(
        "It was not sent",
        refused instanceof MaxUploadSizeExceededException
            ? "It is larger than any file may be."
            : refused.getMessage() + ".",
        request,
        model);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String notNow(MediaUnavailable unavailable, HttpServletRequest request, Model model) {
    return notice(
        "The file was not sent",
        "The storage or the virus scanner is away; please try again in a moment.",
        request,
        model);
  }

  private String notice(String title, String detail, HttpServletRequest request, Model model) {
    model
        .addAttribute("frame", frames.frame(request))
        .addAttribute("title", title)
        .addAttribute("detail", detail);
    return "notice";
  }

  /** Whether that made the epoch grow. */
  private boolean takesOver(StaffMember staff, ConversationId id, long epoch) {
    var conversation =
        conversations
            .of(staff.agency(), id)
            .orElseThrow(() -> new NoSuchElementException("No conversation " + id));
    if (conversation.handler() == AnsweredBy.PERSON || conversation.epoch() != epoch) {
      return false;
    }
    handovers.takeOver(staff.agency(), id, staff.personName());
    return true;
  }

  private void open(StaffMember staff, ConversationId id, Model model) {
    model
        .addAttribute("head", views.head(staff, id))
        .addAttribute("messages", views.messages(staff, id, null, MESSAGES))
        .addAttribute("tasks", views.tasks(staff, id))
        .addAttribute("side", views.side(staff, id))
        .addAttribute("id", id.toString());
  }

  private void requireOwn(StaffMember staff, ConversationId id) {
    if (conversations.of(staff.agency(), id).isEmpty()) {
      throw new NoSuchElementException("No conversation " + id);
    }
  }
}
