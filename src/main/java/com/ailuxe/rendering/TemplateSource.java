package com.ailuxe.rendering;

/**
 * The file behind a text.
 *
 * @param file within {@code templates/}, for example {@code contract/service-agreement_en.ftlh}
 * @param sha256 of its content and of what it imports, in hexadecimal
 */
public record TemplateSource(String file, String sha256) {}
