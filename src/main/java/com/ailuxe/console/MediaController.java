package com.ailuxe.console;

import com.ailuxe.console.live.OutgoingMessages;
import com.ailuxe.console.live.OutgoingMessages.WordsRefused;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.MessageFile;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaRefused;
import com.ailuxe.media.MediaUnavailable;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.IdAsText;
import com.ailuxe.shared.MessageId;
import com.ailuxe.staff.StaffMember;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Gives staff the files of their agency's conversations, and sends theirs. */
@RestController
class MediaController {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final Conversations conversations;
  private final MessageFiles messageFiles;
  private final Handovers handovers;
  private final MediaFiles files;
  private final OutgoingMessages outgoing;

  MediaController(
      Conversations conversations,
      MessageFiles messageFiles,
      Handovers handovers,
      MediaFiles files,
      OutgoingMessages outgoing) {
    this.conversations = conversations;
    this.messageFiles = messageFiles;
    this.handovers = handovers;
    this.files = files;
    this.outgoing = outgoing;
  }

  /** The file as it came, to be saved, never shown by the browser as a page of ours. */
  @GetMapping("/api/media/{messageId}")
  ResponseEntity<InputStreamResource> file(
      @AuthenticationPrincipal StaffMember staff, @PathVariable MessageId messageId) {
    var file =
        messageFiles
            .find(staff.agency(), messageId)
            .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "no-file", "There is no such file"));
    var kept = kept(file);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kept.mediaType()))
        .contentLength(kept.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(files.nameOf(kept, file.name()), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(files.open(kept)));
  }

  private static MediaFile kept(MessageFile file) {
    var because = file.reason() == null ? "" : ": " + file.reason();
    return switch (file.state()) {
      case STORED -> Objects.requireNonNull(file.kept());
      case WAITING ->
          throw problem(HttpStatus.CONFLICT, "file-waits", "The file is not here yet" + because);
      case REFUSED ->
          throw problem(HttpStatus.CONFLICT, "file-refused", "The file was not taken" + because);
      case FAILED ->
          throw problem(
              HttpStatus.CONFLICT, "file-failed", "The messenger did not give the file" + because);
    };
  }

  /** The message that carries the file; its state is that of any message of ours. */
  record Queued(@IdAsText MessageId messageId) {}

  /**
   * Sends a file to the contact, by whoever took over. The header that makes a repetition harmless
   * is also one that a page of others cannot send.
   *
   * @param epoch the conversation's, as the person saw it
   * @param caption stands under the file; a sound has none
   */
  @PostMapping(
      path = "/api/conversations/{conversationId}/media",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Queued> send(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable("conversationId") ConversationId conversation,
      @RequestHeader(IDEMPOTENCY_KEY) @NotBlank @Size(max = 200) String key,
      @RequestPart MultipartFile file,
      @RequestParam long epoch,
      @RequestParam(defaultValue = "") String caption)
      throws IOException {
    if (conversations.of(staff.agency(), conversation).isEmpty()) {
      throw new NoSuchElementException("No conversation " + conversation);
    }
    var id =
        handovers.write(
            staff.agency(),
            conversation,
            staff.personName(),
            outgoing.message(staff.agency(), file, caption),
            epoch,
            key);
    return ResponseEntity.accepted().location(URI.create("/api/media/" + id)).body(new Queued(id));
  }

  @ExceptionHandler
  ProblemDetail refused(WordsRefused refused) {
    var type =
        switch (refused.reason()) {
          case CAPTION_NOT_POSSIBLE -> "caption-not-possible";
          case CAPTION_TOO_LONG -> "caption-too-long";
          case TEXT_TOO_LONG, EMPTY -> "invalid";
        };
    return ApiProblems.problem(
        HttpStatus.UNPROCESSABLE_CONTENT, type, String.valueOf(refused.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail refused(MediaRefused refused) {
    var reason = String.valueOf(refused.getMessage());
    return switch (refused.reason()) {
      case TOO_LARGE -> ApiProblems.problem(HttpStatus.CONTENT_TOO_LARGE, "file-too-large", reason);
      case TYPE -> ApiProblems.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-type", reason);
      case INFECTED ->
          ApiProblems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "file-infected", reason);
    };
  }

  @ExceptionHandler
  ProblemDetail tooLarge(MaxUploadSizeExceededException tooLarge) {
    return ApiProblems.problem(
        HttpStatus.CONTENT_TOO_LARGE, "file-too-large", "It is larger than any file may be");
  }

  @ExceptionHandler
  ProblemDetail unavailable(MediaUnavailable unavailable) {
    return ApiProblems.problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "files-unavailable",
        "The storage or the virus scanner is away; please try again in a moment");
  }

  private static ErrorResponseException problem(HttpStatus status, String type, String detail) {
    return new ErrorResponseException(status, ApiProblems.problem(status, type, detail), null);
  }
}
