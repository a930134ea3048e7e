package com.ailuxe.console.live;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaKind;
import com.ailuxe.media.MediaRefused;
import com.ailuxe.media.MediaUnavailable;
import com.ailuxe.shared.Letters;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Makes a message of what a person of the staff writes, or of a file. */
@Component
public class OutgoingMessages {
  private final MediaFiles files;

  OutgoingMessages(MediaFiles files) {
    this.files = files;
  }

  /** What was written cannot be sent, in words for the person who wrote it. */
  public static final class WordsRefused extends RuntimeException {
    /** The stable part of it. */
    public enum Reason {
      CAPTION_NOT_POSSIBLE,
      CAPTION_TOO_LONG,
      TEXT_TOO_LONG,
      EMPTY
    }

    private final Reason reason;

    WordsRefused(Reason reason, String words) {
      super(words);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  /**
   * Keeps the file.
   *
   * @param caption stands under the file; a sound has none
   * @throws WordsRefused when the words cannot stand there
   * @throws MediaRefused when it is no file that we take
   * @throws MediaUnavailable when it can be neither scanned nor kept now
   * @throws IOException when it breaks off
   */
  public OutboundContent message(AgencyId agency, MultipartFile file, String caption)
      throws IOException {
    var words = Letters.composed(caption);
    return new OutboundContent(words, List.of(), keep(agency, file, words));
  }

  /**
   * A message of words alone.
   *
   * @throws WordsRefused when there are none, or too many
   */
  public OutboundContent message(String text) {
    var words = Letters.composed(text).strip().replace("\r\n", "\n");
    if (words.isEmpty()) {
      throw new WordsRefused(WordsRefused.Reason.EMPTY, "Nothing was written");
    }
    if (words.length() > OutboundContent.MAX_TEXT_LENGTH || words.indexOf('\0') >= 0) {
      throw new WordsRefused(
          WordsRefused.Reason.TEXT_TOO_LONG,
          "A message has at most %,d letters, this one %,d; send it in two parts"
              .formatted(OutboundContent.MAX_TEXT_LENGTH, words.length()));
    }
    return OutboundContent.text(words);
  }

  private KeptFile keep(AgencyId agency, MultipartFile file, String caption) throws IOException {
    var name = file.getOriginalFilename();
    try (var content = file.getInputStream();
        var received = files.receive(content, MediaKind.DOCUMENT)) {
      var kept = files.keep(agency, received, file.getContentType(), name);
      var kind = files.kindOf(kept);
      if (kind == MediaKind.AUDIO && !caption.isBlank()) {
        throw new WordsRefused(
            WordsRefused.Reason.CAPTION_NOT_POSSIBLE,
            "A voice note or sound has no caption; send the words as a message of their own");
      }
      if (caption.length() > OutboundContent.MAX_CAPTION_LENGTH) {
        throw new WordsRefused(
            WordsRefused.Reason.CAPTION_TOO_LONG,
            "A caption has at most " + OutboundContent.MAX_CAPTION_LENGTH + " characters");
      }
      return new KeptFile(files.nameOf(kept, name), kind, kept);
    }
  }
}
