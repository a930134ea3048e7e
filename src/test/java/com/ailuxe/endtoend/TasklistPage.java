package com.ailuxe.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Tasklist in the browser, as its user demo. */
final class TasklistPage {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PRESS = Duration.ofSeconds(2);

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
    var choice =
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(option).setExact(true));
    var label = page.getByText(option, new Page.GetByTextOptions().setExact(true));
    stays(choice::isChecked, label::click);
  }

  void fills(String field, String value) {
    var box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field));
    stays(
        () -> value.equals(box.inputValue()),
        () -> {
          box.fill(value);
          box.blur();
        });
  }

  /** A form that is drawn anew a moment after it opened forgets its input, which is given again. */
  private static void stays(Callable<Boolean> given, Runnable give) {
    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(1))
        .pollInSameThread()
        .until(
            () -> {
              var there = given.call();
              if (!there) {
                give.run();
              }
              return there;
            });
  }

  void shows(String words) {
    assertThat(page.locator("main").getByText(words)).isVisible();
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

  void ticks(String field) {
    var box = page.getByLabel(field, new Page.GetByLabelOptions().setExact(false)).first();
    stays(box::isChecked, box::check);
  }

  /** The form takes notice of what was typed a moment later; a press before that does nothing. */
  void submitsTheStart() {
    var form =
        page.getByRole(AriaRole.DIALOG)
            .getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Start process").setExact(true));
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              if (form.isVisible()) {
                form.click(new Locator.ClickOptions().setTimeout(PRESS.toMillis()));
              }
              form.waitFor(
                  new Locator.WaitForOptions()
                      .setState(WaitForSelectorState.HIDDEN)
                      .setTimeout(PRESS.toMillis()));
            });
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
