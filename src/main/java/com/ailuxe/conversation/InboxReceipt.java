package com.ailuxe.conversation;

/** What became of the events of one webhook call or poll. */
public record InboxReceipt(int stored, int duplicates) {}
