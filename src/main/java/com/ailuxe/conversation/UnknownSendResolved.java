package com.ailuxe.conversation;

/** The provider or a person told what became of a send whose outcome nobody knew. */
public record UnknownSendResolved(SendAttempt attempt) {}
