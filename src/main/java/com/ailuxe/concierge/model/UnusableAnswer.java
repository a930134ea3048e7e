package com.ailuxe.concierge.model;

/**
 * An answer of the language model that must be asked for again; the message tells the model why.
 */
final class UnusableAnswer extends RuntimeException {
  UnusableAnswer(String message) {
    super(message);
  }
}
