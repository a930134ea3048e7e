package com.ailuxe.conversation;

/** A promise is kept, or not owed any more. */
public record PromiseKept(PromiseId id) {}
