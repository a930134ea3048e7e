package com.ailuxe.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps contents. Both verbs may be called twice; a half-written content is never found. */
interface MediaVault {
  /**
   * @param content may be moved away
   */
  void put(MediaFile file, Path content) throws IOException;

  /** The caller closes it. */
  InputStream open(MediaFile file) throws IOException;
}
