package com.ailuxe.console.live;

import com.ailuxe.console.frame.Page;
import com.ailuxe.conversation.FileState;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.shared.MessageId;
import com.ailuxe.staff.StaffMember;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files of a chat. What a browser shows without running anything in it is shown; all others are
 * saved.
 */
@Page
class LiveFiles {
  private static final String SAVED = "link";

  private final MessageFiles messageFiles;
  private final MediaFiles files;

  LiveFiles(MessageFiles messageFiles, MediaFiles files) {
    this.messageFiles = messageFiles;
    this.files = files;
  }

  /** How the chat shows a file of this type. */
  static String show(String mediaType) {
    return switch (mediaType) {
      case "image/jpeg", "image/png", "image/webp", "image/gif" -> "image";
      case "application/pdf" -> "pdf";
      default ->
          mediaType.startsWith("audio/")
              ? "audio"
              : mediaType.startsWith("video/") ? "video" : SAVED;
    };
  }

  @GetMapping("/live/files/{messageId}")
  ResponseEntity<InputStreamResource> file(
      @AuthenticationPrincipal StaffMember staff, @PathVariable MessageId messageId) {
    var document = messageFiles.document(staff.agency(), messageId);
    if (document.isPresent()) {
      var its = document.get();
      return file(
          its.mediaType(),
          its.fileName(),
          its.content().length,
          new ByteArrayInputStream(its.content()));
    }
    var file =
        messageFiles
            .find(staff.agency(), messageId)
            .filter(found -> found.state() == FileState.STORED)
            .orElseThrow(() -> new NoSuchElementException("No file of message " + messageId));
    var kept = Objects.requireNonNull(file.kept());
    return file(kept.mediaType(), files.nameOf(kept, file.name()), kept.size(), files.open(kept));
  }

  private static ResponseEntity<InputStreamResource> file(
      String type, String name, long size, InputStream content) {
    var disposition =
        SAVED.equals(show(type)) ? ContentDisposition.attachment() : ContentDisposition.inline();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .contentLength(size)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(name, StandardCharsets.UTF_8).build().toString())
        .body(new InputStreamResource(content));
  }
}
