package com.ailuxe.rendering;

/**
 * A template is missing, is malformed or asks for a value that the model does not have. The message
 * names the template, the line and the expression: whoever wrote the template can fix it.
 */
public sealed class TemplateFailed extends RuntimeException permits NoFontForLetter {
  public TemplateFailed(String message) {
    super(message);
  }

  TemplateFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
