package com.ailuxe.console.live;

import java.util.List;

/**
 * What stands above a chat.
 *
 * @param about channel and language
 * @param answeredBy {@code concierge}, {@code me} or {@code colleague}
 * @param handler who answers, in words
 * @param epoch as it was read: what is done here is refused when something newer came
 * @param window what the messenger still lets us write; empty where it has no such limit
 * @param others who else looks at it now
 */
public record LiveHead(
    String id,
    String contact,
    String initials,
    String about,
    String answeredBy,
    String handler,
    long epoch,
    String window,
    boolean windowIsOpen,
    List<String> others) {}
