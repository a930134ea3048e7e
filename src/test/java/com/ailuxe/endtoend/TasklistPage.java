package com.ailuxe.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;

/** Tasklist in the browser, as its user demo. */
final class TasklistPage {
  private final Page page;
  private final String address;

  private TasklistPage(Page page, URI camunda) {
    this.page = page;
    this.address = camunda + "/tasklist";
  }

  static TasklistPage signIn(Page page, URI camunda) {
    var tasklist = new TasklistPage(page, camunda);
    page.navigate(tasklist.address);
    page.getByLabel("Username").fill("demo");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo");
    tasklist.button("Login").click();
    assertThat(page.getByText("All open tasks")).isVisible();
    return tasklist;
  }

  /** Opens a task of this name from the list; of several it is the one with this id. */
  Locator opens(String name, Tasklist.Task task) {
    page.navigate(address);
    page.locator("a[href*='%s']".formatted(task.id())).click();
    var opened = page.locator("main");
    assertThat(opened.getByText(name).last()).isVisible();
    return opened;
  }

  void assignsToMe() {
    button("Assign to me").click();
    assertThat(button("Unassign")).isVisible();
  }

  void chooses(String option) {
    page.getByText(option, new Page.GetByTextOptions().setExact(true)).click();
  }

  void fills(String field, String value) {
    var box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field));
    box.fill(value);
    box.blur();
    assertThat(box).hasValue(value);
  }

  void completes() {
    button("Complete Task").click();
    assertThat(button("Complete Task")).isHidden();
  }

  /** Opens the start form from the list of processes; the first visit is greeted. */
  void startsProcess(String processes, String name) {
    page.navigate(address);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(processes)).click();
    var greeting = button("Continue");
    var start =
        page.locator("xpath=//*[normalize-space()='%s']/following::button[1]".formatted(name));
    assertThat(start.first()).isVisible();
    page.addLocatorHandler(greeting, ignored -> greeting.click());
    start.first().click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText(name);
  }

  /** The form takes notice of what was typed a moment later; a press before that does nothing. */
  void submitsTheStart() {
    var form =
        page.getByRole(AriaRole.DIALOG)
            .getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Start process").setExact(true));
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInSameThread()
        .ignoreExceptions()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(5))
        .until(
            () -> {
              if (form.isVisible()) {
                form.click();
              }
              page.waitForTimeout(2000);
              return form.isHidden();
            });
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
