package com.ailuxe.conversation;

/** The provider or a person has said what became of a send of unknown outcome. */
public record UnknownSendResolved(SendAttempt attempt) {}
