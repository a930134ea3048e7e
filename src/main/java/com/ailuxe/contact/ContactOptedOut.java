package com.ailuxe.contact;

/** A contact who took reminders and news wants no more of them. */
public record ContactOptedOut(ContactId contact) {}
