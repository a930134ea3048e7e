package com.ailuxe.contract;

import java.util.Arrays;

/**
 * The documents that a booking may need, one constant for each file in {@code templates/contract}.
 */
public enum ContractKind {
  SERVICE_AGREEMENT("service-agreement", "Service-Agreement"),
  /** The contact keeps secret what becomes known of talent, houses and other guests. */
  NDA("nda", "NDA"),
  /** The contact engages the talent through the agency only. */
  NON_COMPETE("non-compete", "Non-Compete");

  private final String stem;
  private final String fileName;

  ContractKind(String stem, String fileName) {
    this.stem = stem;
    this.fileName = fileName;
  }

  /**
   * @param stem as the DMN file names it, for example {@code service-agreement}
   * @throws IllegalArgumentException when there is no such kind
   */
  public static ContractKind ofStem(String stem) {
    return Arrays.stream(values())
        .filter(kind -> kind.stem.equals(stem))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No kind of contract '%s'; there are %s"
                        .formatted(
                            stem, Arrays.stream(values()).map(ContractKind::stem).toList())));
  }

  /** The name of its template, without locale and extension. */
  public String stem() {
    return stem;
  }

  /**
   * The name of the file for the contact, for example {@code Service-Agreement-LUXE-2026-0001.pdf}.
   */
  String fileName(String number) {
    return "%s-%s.pdf".formatted(fileName, number);
  }
}
