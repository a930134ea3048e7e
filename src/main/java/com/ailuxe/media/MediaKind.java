package com.ailuxe.media;

import java.util.Set;

/** The kinds of file that messengers show; each has a largest size. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  AUDIO,
  DOCUMENT,
  STICKER;

  private static final Set<String> SHOWN_AS_IMAGE = Set.of("image/jpeg", "image/png");
  private static final Set<String> SHOWN_AS_VIDEO = Set.of("video/mp4", "video/3gpp");

  /** The kind as which both messengers take a file of ours of that type. */
  static MediaKind of(String mediaType) {
    if (SHOWN_AS_IMAGE.contains(mediaType)) {
      return IMAGE;
    }
    if (SHOWN_AS_VIDEO.contains(mediaType)) {
      return VIDEO;
    }
    return mediaType.startsWith("audio/") ? AUDIO : DOCUMENT;
  }
}
