package com.ailuxe.contact;

import com.ailuxe.agency.Actor;
import com.ailuxe.shared.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Who said what the legal name of a contact is.
 *
 * @param messageId of the contact's message that said it; null where staff entered it
 */
public record LegalNameSource(Actor by, @Nullable MessageId messageId) {}
