package com.ailuxe.console.tasks;

import com.ailuxe.console.frame.Page;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.tasks.StaffTasks;
import com.ailuxe.tasks.TaskKey;
import com.ailuxe.tasks.TaskPerson;
import com.ailuxe.tasks.TaskRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of tasks and its parts. */
@Page
class TasksController {
  /** Where what a call gives goes instead of where it was asked for. */
  private static final String PLACE = "HX-Retarget";

  private static final String IN_PLACE = "HX-Reswap";
  private static final String FIELDS = "tasks-fields";

  private final TaskViews views;
  private final StaffTasks tasks;

  TasksController(TaskViews views, StaffTasks tasks) {
    this.views = views;
    this.tasks = tasks;
  }

  @GetMapping("/tasks")
  String page(
      @AuthenticationPrincipal StaffMember staff,
      @ModelAttribute TaskChoices choices,
      Model model) {
    list(staff, choices, null, model);
    return "tasks";
  }

  /** The page with one task open; one that waits no more says so. */
  @GetMapping("/tasks/{id}")
  String page(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      @ModelAttribute TaskChoices choices,
      Model model) {
    list(staff, choices, id, model);
    try {
      model.addAttribute("pane", views.pane(staff, id, Map.of()));
    } catch (TaskRefused refused) {
      model.addAttribute("refusal", Refusal.of(refused));
    }
    return "tasks";
  }

  /** The list alone. */
  @GetMapping("/tasks/list")
  String list(
      @AuthenticationPrincipal StaffMember staff,
      @ModelAttribute TaskChoices choices,
      @RequestParam(required = false) @Nullable TaskKey chosen,
      Model model) {
    model
        .addAttribute("tasks", views.tasks(staff, choices, chosen))
        .addAttribute("choices", choices);
    return "tasks-list";
  }

  /** How many tasks this person may do; nothing for none. */
  @GetMapping(path = "/tasks/count", produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String count(@AuthenticationPrincipal StaffMember staff) {
    var count = tasks.count(TaskPerson.of(staff));
    return count == 0 ? "" : count > 99 ? "99+" : Integer.toString(count);
  }

  /** One task alone. */
  @GetMapping("/tasks/{id}/sheet")
  String sheet(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      Model model,
      HttpServletResponse response) {
    return sheet(staff, id, model, response, person -> {});
  }

  /** The fields as they are after what a person has filled in so far. */
  @PostMapping("/tasks/{id}/form")
  String form(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletResponse response) {
    try {
      model.addAttribute("pane", views.pane(staff, id, typed));
      return FIELDS;
    } catch (TaskRefused refused) {
      return refused(refused, model, response);
    }
  }

  @PostMapping("/tasks/{id}/claim")
  String claim(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      Model model,
      HttpServletResponse response) {
    return sheet(staff, id, model, response, person -> tasks.claim(person, id));
  }

  @PostMapping("/tasks/{id}/release")
  String release(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      Model model,
      HttpServletResponse response) {
    return sheet(staff, id, model, response, person -> tasks.release(person, id));
  }

  /** Takes a task from a colleague, as a supervisor may. */
  @PostMapping("/tasks/{id}/take")
  String take(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      Model model,
      HttpServletResponse response) {
    return sheet(
        staff,
        id,
        model,
        response,
        person -> {
          tasks.release(person, id);
          tasks.claim(person, id);
        });
  }

  @PostMapping("/tasks/{id}/complete")
  String complete(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable TaskKey id,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletResponse response) {
    try {
      var pane = views.pane(staff, id, typed);
      model.addAttribute("pane", pane).addAttribute("done", pane.task());
      tasks.complete(TaskPerson.of(staff), id, typed);
      model.addAttribute("next", views.next(staff).orElse(null));
      return "tasks-done";
    } catch (TaskRefused refused) {
      return refused(refused, model, response);
    }
  }

  private String sheet(
      StaffMember staff,
      TaskKey id,
      Model model,
      HttpServletResponse response,
      Consumer<TaskPerson> first) {
    try {
      first.accept(TaskPerson.of(staff));
      model.addAttribute("pane", views.pane(staff, id, Map.of()));
      return "tasks-sheet";
    } catch (TaskRefused refused) {
      return refused(refused, model, response);
    }
  }

  /** Says in place what is wrong: at the fields, or above them. */
  private static String refused(TaskRefused refused, Model model, HttpServletResponse response) {
    if (refused.reason() == TaskRefused.Reason.INVALID
        && model.getAttribute("pane") instanceof TaskPane pane) {
      model.addAttribute("pane", pane.with(refused.form()));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      response.setHeader(PLACE, "#task-fields");
      response.setHeader(IN_PLACE, "outerHTML");
      return FIELDS;
    }
    var words = Refusal.of(refused);
    model.addAttribute("title", words.title()).addAttribute("detail", words.detail());
    response.setStatus(HttpStatus.CONFLICT.value());
    response.setHeader(PLACE, "#task-notice");
    response.setHeader(IN_PLACE, "innerHTML");
    return "notice";
  }
}
