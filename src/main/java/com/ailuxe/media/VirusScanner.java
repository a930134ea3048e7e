package com.ailuxe.media;

import java.nio.file.Path;

/** Looks for malware before a file is kept. */
interface VirusScanner {
  /**
   * @throws MediaRefused when there is some
   * @throws MediaUnavailable when nobody can tell now
   */
  void check(Path content);
}
