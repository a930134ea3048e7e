package com.ailuxe.rendering;

/** The folders of {@code templates/}, and how the files in each end. */
public enum TemplateKind {
  /** What we write to a contact unasked; plain text. */
  MESSAGE("message", "ftl"),
  /** What the concierge answers in fixed words; plain text. */
  REPLY("reply", "ftl"),
  /** What we write to the staff; plain text, its first line is the subject. */
  STAFF("staff", "ftl"),
  /** What becomes a PDF; XHTML, so values are escaped. */
  CONTRACT("contract", "ftlh"),
  /** What we ask the language model; plain text. */
  PROMPT("prompt", "ftl");

  private final String folder;
  private final String extension;

  TemplateKind(String folder, String extension) {
    this.folder = folder;
    this.extension = extension;
  }

  String folder() {
    return folder;
  }

  /**
   * @param suffix what stands for the locale: {@code _en}, or nothing
   */
  String path(String name, String suffix) {
    return folder + "/" + name + suffix + "." + extension;
  }
}
