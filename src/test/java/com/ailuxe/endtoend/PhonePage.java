package com.ailuxe.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** The simulator's page, with the phone of one contact open. */
final class PhonePage {
  private final Page page;

  private PhonePage(Page page) {
    this.page = page;
  }

  static PhonePage open(Page page, URI simulator, String contact, String messenger) {
    page.navigate(simulator.toString());
    page.locator(".person", new Page.LocatorOptions().setHasText(contact)).click();
    var phone = new PhonePage(page);
    phone.button(messenger).click();
    return phone;
  }

  void says(String words) {
    page.getByLabel("Message").fill(words);
    button("Send").click();
    assertThat(page.locator(".message.own").last()).containsText(words);
    assertThat(page.locator(".message.own").last().locator(".tick")).isVisible();
  }

  /** Waits until something came in after the last words. */
  void isAnswered() {
    assertThat(page.locator(".message").last()).not().hasClass(Pattern.compile("\\bown\\b"));
  }

  /** The newest message with these words, once it is there and marked as read. */
  Locator receives(String words) {
    var message =
        page.locator(".message:not(.own)", new Page.LocatorOptions().setHasText(words)).last();
    assertThat(message).isVisible();
    assertThat(message.getByLabel("Read")).isVisible();
    return message;
  }

  /** The button under the newest message that offers one so called. */
  void presses(String button) {
    page.locator(".choices button", new Page.LocatorOptions().setHasText(button)).last().click();
  }

  /** Moves the clock to this time in Monaco. */
  void movesTheClockTo(LocalDateTime instant) {
    page.getByLabel("To an instant").fill(instant.toString());
    button("Go").click();
    assertThat(page.locator("#now-time")).containsText("%tR".formatted(instant));
    assertThat(button("Go")).isEnabled();
    assertThat(page.locator("#time-problem")).isHidden();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
