package com.ailuxe.conversation;

/** Something was queued for this channel and committed: its dispatcher may look now. */
public record OutboxFilled(Channel channel) {}
