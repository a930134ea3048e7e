package com.ailuxe.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Tasklist in the browser, as its user demo. */
final class TasklistPage {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PRESS = Duration.ofSeconds(2);

  /** The form in which a browser for British English takes a day. */
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Page page;
  private final String address;
  private final List<Input> inputs = new ArrayList<>();

  /**
   * What a form was given.
   *
   * @param there whether it still stands there
   */
  private record Input(Callable<Boolean> there, Runnable give) {}

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
    gives(choice::isChecked, label::click);
  }

  void fills(String field, String value) {
    var box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field));
    gives(
        () -> value.equals(box.inputValue()),
        () -> {
          box.fill(value);
          box.blur();
        });
  }

  private void gives(Callable<Boolean> there, Runnable give) {
    give.run();
    inputs.add(new Input(there, give));
  }

  /** A form that is drawn anew a moment after it opened forgets its input, which is given again. */
  private void keepsItsInput() {
    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(1))
        .pollInSameThread()
        .until(
            () -> {
              for (var input : inputs) {
                if (!input.there().call()) {
                  input.give().run();
                  return false;
                }
              }
              return true;
            });
    inputs.clear();
  }

  void shows(String words) {
    keepsItsInput();
    assertThat(page.locator("main").getByText(words)).isVisible();
  }

  void completes() {
    keepsItsInput();
    button("Complete Task").click();
    assertThat(button("Complete Task")).isHidden();
  }

  /** Opens the start form from the list of processes. */
  void startsProcess(String processes, String name) {
    startsAtOnce(processes, name);
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText(name);
  }

  /** Starts a process without a start form; the first visit to the list is greeted. */
  void startsAtOnce(String processes, String name) {
    page.navigate(address);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(processes)).click();
    var greeting = button("Continue");
    var start =
        page.locator("xpath=//*[normalize-space()='%s']/following::button[1]".formatted(name));
    assertThat(start.first()).isVisible();
    page.addLocatorHandler(greeting, ignored -> greeting.click());
    start.first().click();
  }

  /** Chooses from a list that is searched by what one types. */
  void picks(String field, String option) {
    var box = page.getByLabel(field).first();
    gives(
        () -> box.inputValue().contains(option),
        () -> {
          box.click();
          box.fill(option);
          page.locator(".fjs-dropdownlist-item").getByText(option).first().click();
        });
  }

  void ticks(String field) {
    var box = page.getByLabel(field).first();
    gives(box::isChecked, box::check);
  }

  /** A date and the time beside it, as their pickers take them from the keyboard. */
  void dates(String field, LocalDate day, String time) {
    var group =
        page.locator(".fjs-form-field-datetime")
            .filter(new Locator.FilterOptions().setHasText(field));
    var date = group.locator("input").first();
    var clock = group.locator("input").last();
    var written = DAY.format(day);
    gives(
        () -> clock.inputValue().equals(time) && date.inputValue().equals(written),
        () -> {
          date.fill(written);
          date.press("Enter");
          clock.fill(time);
          clock.press("Enter");
        });
  }

  /** The form takes notice of what was typed a moment later; a press before that does nothing. */
  void submitsTheStart() {
    keepsItsInput();
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
