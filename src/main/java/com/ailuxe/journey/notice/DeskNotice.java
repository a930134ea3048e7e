package com.ailuxe.journey.notice;

/** What a staff notice may say of a form that somebody opened at the desk and left. */
public record DeskNotice(String agencyName) {}
