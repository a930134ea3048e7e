package com.ailuxe.media;

import com.ailuxe.media.MediaRefused.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Tells what a file is by its content, and whether that is what it was said to be. */
final class ContentTypes {
  private static final Set<String> SHOWN = Set.of("image", "audio", "video");

  private final Tika tika = new Tika();
  private final MediaTypeRegistry registry = MediaTypeRegistry.getDefaultRegistry();
  private final Set<MediaType> allowed;

  ContentTypes(Set<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(MediaType::parse)
            .map(registry::normalize)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The type of a content.
   *
   * @param declared by the sender, parameters included; without one the name declares it, if any
   * @throws MediaRefused when it is not what was declared, or a type that is not allowed
   */
  String verified(Path content, @Nullable String declared, @Nullable String fileName)
      throws IOException {
    var found = found(content);
    var said = said(declared, fileName);
    if (found.equals(MediaType.OCTET_STREAM)) {
      throw new MediaRefused(Reason.TYPE, "Its content is of no known type");
    }
    var type = more(said, found);
    if (!allowed.contains(type)) {
      throw new MediaRefused(Reason.TYPE, "Files of the type " + type + " are not taken");
    }
    return type.toString();
  }

  /** How names of files of a type end, dot included; empty where there is no custom. */
  String ending(String type) {
    return known(type).getExtension();
  }

  /**
   * How names of files of a type may end. Pictures, sounds and films are opened as such by whatever
   * they are called; a text is opened by what its ending says, so it has the one of texts.
   */
  Set<String> endings(String type) {
    return SHOWN.contains(MediaType.parse(type).getType())
        ? Set.copyOf(known(type).getExtensions())
        : Set.of(ending(type));
  }

  private static MimeType known(String type) {
    try {
      return MimeTypes.getDefaultMimeTypes().forName(type);
    } catch (MimeTypeException e) {
      throw new IllegalArgumentException("No media type: " + type, e);
    }
  }

  private MediaType found(Path content) throws IOException {
    try (var stream = new BufferedInputStream(Files.newInputStream(content))) {
      return registry.normalize(MediaType.parse(tika.detect(stream)));
    }
  }

  private MediaType said(@Nullable String declared, @Nullable String fileName) {
    var type = declared == null ? null : MediaType.parse(declared);
    if (type == null || type.getBaseType().equals(MediaType.OCTET_STREAM)) {
      return fileName == null ? MediaType.OCTET_STREAM : MediaType.parse(tika.detect(fileName));
    }
    return registry.normalize(type.getBaseType());
  }

  /** The special one of two types, one of which has to be a kind of the other. */
  private MediaType more(MediaType said, MediaType found) {
    if (registry.isInstanceOf(said, found)) {
      return said;
    }
    if (registry.isInstanceOf(found, said)) {
      return found;
    }
    throw new MediaRefused(
        Reason.TYPE, "It was sent as %s, but its content is %s".formatted(said, found));
  }
}
