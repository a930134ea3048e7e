package com.ailuxe.rendering;

import java.time.ZonedDateTime;

/**
 * What stands around the text of a document, on every page and in its metadata.
 *
 * @param name of the house, in large letters on the first page
 * @param address one line under the name
 * @param number of the document
 * @param issuedAt its day is printed; as an instant it is the document's date of creation
 */
public record Letterhead(
    String name, String address, String number, ZonedDateTime issuedAt, Brand brand) {}
