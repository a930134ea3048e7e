/** The page of tasks: the list and the open task stay true by themselves; what a person types is kept until it is done. */
import { merge, part } from "./merge.js";

const LOOK_AGAIN = 30_000;

const tasks = document.getElementById("tasks");
const room = document.getElementById("task-room");
const rows = document.getElementById("rows");

const byId = (id) => document.getElementById(id);
const chosen = () => byId("task")?.dataset.taskKey ?? "";
const draftOf = (key) => `task:${key}`;

/* The list */

async function refreshList() {
  const query = new URLSearchParams(rows.dataset.query);
  if (chosen()) {
    query.set("chosen", chosen());
  }
  const list = await part(`/tasks/list?${query}`);
  if (list) {
    merge(rows, list.querySelector("ol"));
    byId("tasks-choices").replaceChildren(...list.querySelector("[data-choices]").children);
    byId("tasks-away").replaceChildren(...list.querySelector("[data-away]").children);
  }
}

function choose(query) {
  rows.dataset.query = query;
  history.replaceState(history.state, "", location.pathname + query);
  refreshList();
}

/* The open task */

function show(fresh) {
  room.replaceChildren(fresh);
  htmx.process(room);
}

function asForm(draft) {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(draft)) {
    form.append(name, value);
  }
  return form;
}

async function fill() {
  const draft = chosen() && localStorage.getItem(draftOf(chosen()));
  if (draft && !byId("task-fields").disabled) {
    await htmx.ajax("POST", `/tasks/${chosen()}/form`, {
      target: "#task-fields",
      swap: "outerHTML",
      values: asForm(draft),
    });
  }
}

/** What was typed while the server made the fields anew stays. */
function retype() {
  const draft = new URLSearchParams(localStorage.getItem(draftOf(chosen())) ?? "");
  for (const field of byId("task-fields")?.querySelectorAll("textarea, input:not([type=radio], [type=checkbox])") ?? []) {
    if (draft.has(field.name) && field.value !== draft.get(field.name)) {
      field.value = draft.get(field.name);
    }
  }
}

async function open(key, push = true) {
  const answer = await fetch(`/tasks/${key}/sheet`, { headers: { "X-In-Page": "1", "HX-Request": "true" } });
  if (answer.status === 401) {
    return;
  }
  const fresh = document.createElement("template");
  fresh.innerHTML = await answer.text();
  if (answer.ok) {
    show(fresh.content);
  } else {
    const over = document.createElement("div");
    over.className = "task-over";
    over.append(fresh.content);
    show(over);
  }
  tasks.classList.add("chosen");
  room.scrollTop = 0;
  if (push) {
    history.pushState({ task: key }, "", `/tasks/${key}${rows.dataset.query}`);
  }
  await fill();
  byId("task-title")?.focus({ preventScroll: true });
  refreshList();
}

function close() {
  const key = chosen();
  room.replaceChildren();
  tasks.classList.remove("chosen");
  history.pushState({}, "", `/tasks${rows.dataset.query}`);
  refreshList();
  (rows.querySelector(`[data-task="${key}"]`) ?? rows.querySelector("a"))?.focus();
}

/** Looks again; a task that waits no more says why, and what was typed stays to be read. */
async function refreshTask() {
  const key = chosen();
  const answer = await fetch(`/tasks/${key}/sheet`, { headers: { "X-In-Page": "1", "HX-Request": "true" } });
  if (key !== chosen() || answer.status === 401) {
    return;
  }
  const fresh = document.createElement("template");
  fresh.innerHTML = await answer.text();
  if (answer.status === 409) {
    byId("task-notice").replaceChildren(fresh.content);
    byId("task").querySelector(".task-done")?.remove();
    byId("task").querySelector(".task-hands")?.remove();
    delete byId("task").dataset.news;
  } else if (answer.ok && fresh.content.querySelector("#task").dataset.version !== byId("task").dataset.version) {
    const focused = document.activeElement?.id;
    show(fresh.content);
    await fill();
    if (focused) {
      byId(focused)?.focus({ preventScroll: true });
    }
  }
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const row = event.target.closest("[data-task]");
  const choice = event.target.closest("#tasks-choices a");
  if (row) {
    event.preventDefault();
    open(row.dataset.task);
  } else if (choice) {
    event.preventDefault();
    choose(new URL(choice.href).search);
  } else if (event.target.closest(".back")) {
    event.preventDefault();
    close();
  }
});

addEventListener("popstate", (event) => {
  if (event.state?.task) {
    open(event.state.task, false);
  } else {
    room.replaceChildren();
    tasks.classList.remove("chosen");
  }
});

rows.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const next = step && event.target.closest("li")?.[step]?.querySelector("a");
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

room.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    byId("task-form")?.requestSubmit();
  } else if (event.key === "Escape" && chosen()) {
    close();
  }
});

room.addEventListener("input", (event) => {
  if (event.target.closest("#task-form")) {
    localStorage.setItem(draftOf(chosen()), new URLSearchParams(new FormData(byId("task-form"))).toString());
  }
});

document.body.addEventListener("htmx:afterSwap", (event) => {
  const done = byId("task-done");
  if (done) {
    localStorage.removeItem(draftOf(done.dataset.taskKey));
    history.replaceState({}, "", `/tasks${rows.dataset.query}`);
    done.querySelector("a")?.focus();
    refreshList();
  } else if (event.detail.target === room) {
    fill();
    refreshList();
  }
  retype();
  byId("task-fields")?.querySelector("[aria-invalid]")?.focus();
});

document.addEventListener("news", (event) => {
  if (event.target === rows) {
    refreshList();
  } else if (event.target.id === "task") {
    refreshTask();
  }
});

setInterval(refreshList, LOOK_AGAIN);
history.replaceState(chosen() ? { task: chosen() } : {}, "");
fill();
