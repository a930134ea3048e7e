/** The live page: the list and the chat stay true by themselves, and a person answers. */
import { noticeOf, toast } from "./frame.js";
import { merge, part } from "./merge.js";
import { proof, sessionIsOver } from "./session.js";

const LOOKING_EVERY = 15_000;
const NEAR = 80;

const live = document.getElementById("live");
const room = document.getElementById("room");
const rows = document.getElementById("rows");
const more = document.getElementById("more");

const byId = (id) => document.getElementById(id);
const chat = () => room.querySelector(".live-chat");
const chosen = () => chat()?.dataset.id ?? "";

/* The list */

function listAddress(extra) {
  const query = new URLSearchParams(rows.dataset.query);
  for (const [name, value] of Object.entries({ chosen: chosen(), ...extra })) {
    if (value !== "") {
      query.set(name, value);
    }
  }
  return `${rows.dataset.list}?${query}`;
}

function keepPlace(list) {
  const head = list.querySelector("template");
  rows.dataset.next = head.dataset.next;
  more.hidden = !head.dataset.next;
  return list.querySelector("ol");
}

async function refreshList() {
  const list = await part(listAddress({ size: rows.children.length }));
  if (list) {
    merge(rows, keepPlace(list));
  }
}

more.addEventListener("click", async () => {
  const list = await part(listAddress({ after: rows.dataset.next }));
  if (list) {
    rows.append(...keepPlace(list).children);
  }
});

async function chooseFilter(query) {
  rows.dataset.query = query;
  const list = await part(listAddress({}));
  if (list) {
    merge(rows, keepPlace(list));
    byId("live-choices").replaceChildren(...list.querySelector("[data-choices]").children);
    localStorage.setItem("live-filter", query);
    history.replaceState(null, "", location.pathname + query);
  }
}

let search;
byId("live-q").addEventListener("input", (event) => {
  clearTimeout(search);
  search = setTimeout(() => {
    const query = new URLSearchParams(rows.dataset.query);
    query.set("q", event.target.value);
    chooseFilter(`?${query}`);
  }, 200);
});
document.querySelector("[data-list-search]").addEventListener("submit", (event) => event.preventDefault());

/* The chat */

function isAtEnd(thread) {
  return thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR;
}

function toEnd() {
  const thread = byId("thread");
  thread.scrollTop = thread.scrollHeight;
  byId("newer").hidden = true;
}

async function refreshThread() {
  const id = chosen();
  const fresh = await part(`/live/${id}/messages`);
  if (!fresh || id !== chosen()) {
    return;
  }
  const thread = byId("thread");
  const messages = byId("messages");
  const atEnd = isAtEnd(thread);
  const last = messages.lastElementChild?.dataset.key;
  const first = Number(fresh.querySelector("[data-sequence]")?.dataset.sequence ?? 0);
  merge(messages, fresh.querySelector("ol"), (line) => Number(line.dataset.sequence) < first);
  if (messages.lastElementChild?.dataset.key !== last) {
    if (atEnd) {
      toEnd();
    } else {
      byId("newer").hidden = false;
    }
    looking();
  }
}

async function refreshHead() {
  const id = chosen();
  const fresh = await part(`/live/${id}/head`);
  const head = fresh?.querySelector("#chat-head");
  if (head && id === chosen() && !byId("chat-head").isEqualNode(head)) {
    byId("chat-head").replaceWith(head);
    htmx.process(head);
  }
  showWhetherItTakesOver();
}

function showWhetherItTakesOver() {
  const hint = byId("takes-over");
  if (hint) {
    hint.hidden = !byId("chat-head").querySelector("[hx-post$=takeover]");
  }
}

async function refreshSide() {
  const id = chosen();
  const fresh = await part(`/live/${id}/side`);
  const side = fresh?.querySelector("#side");
  if (side && id === chosen()) {
    side.classList.toggle("open", byId("side").classList.contains("open"));
    if (!byId("side").isEqualNode(side)) {
      side.scrollTop = byId("side").scrollTop;
      byId("side").replaceWith(side);
    }
  }
}

async function older() {
  const messages = byId("messages");
  const thread = byId("thread");
  const fresh = await part(`/live/${chosen()}/messages?before=${messages.firstElementChild.dataset.sequence}`);
  if (!fresh) {
    return;
  }
  const lines = [...fresh.querySelector("ol").children];
  const below = thread.scrollHeight - thread.scrollTop;
  messages.prepend(...lines);
  thread.scrollTop = thread.scrollHeight - below;
  byId("older").hidden = lines.length < 50;
}

function looking() {
  if (chosen() && document.visibilityState === "visible") {
    fetch(`/live/${chosen()}/looking`, {
      method: "POST",
      headers: proof(),
    }).catch(() => {});
  }
}

async function open(id, push = true) {
  const fresh = await part(`/live/${id}/chat`);
  if (!fresh) {
    return;
  }
  room.replaceChildren(fresh);
  htmx.process(room);
  live.classList.add("chosen");
  for (const link of rows.querySelectorAll("a")) {
    link.toggleAttribute("aria-current", link.dataset.chat === id);
    if (link.dataset.chat === id) {
      link.setAttribute("aria-current", "true");
    }
  }
  if (push) {
    history.pushState({ chat: id }, "", `/live/${id}${rows.dataset.query}`);
  }
  begin();
}

function close() {
  room.replaceChildren();
  live.classList.remove("chosen");
  history.pushState({}, "", `/live${rows.dataset.query}`);
  refreshList();
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const row = event.target.closest("[data-chat]");
  if (row) {
    event.preventDefault();
    open(row.dataset.chat);
  }
  const filter = event.target.closest("#live-choices a");
  if (filter) {
    event.preventDefault();
    chooseFilter(new URL(filter.href).search);
  }
  if (event.target.closest(".back")) {
    event.preventDefault();
    close();
  }
  if (event.target.closest("#older")) {
    older();
  }
  if (event.target.closest("#newer")) {
    toEnd();
  }
  if (event.target.closest("[data-aside]")) {
    byId("side").classList.toggle("open");
  } else if (!event.target.closest("#side")) {
    byId("side")?.classList.remove("open");
  }
});

addEventListener("popstate", (event) => {
  if (event.state?.chat) {
    open(event.state.chat, false);
  } else if (chosen()) {
    location.reload();
  }
});

/* Up and down go through the list. */
rows.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const next = step && event.target.closest("li")?.[step]?.querySelector("a");
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

/* The answer of a person: kept on this machine until it is sent, and sent once. */

const draftOf = (id) => `draft:${id}`;
const keyOf = (id) => `key:${id}`;

function refuse(title, detail) {
  byId("compose-notice").replaceChildren(noticeOf(title, detail));
}

function attach(file) {
  const transfer = new DataTransfer();
  if (file) {
    transfer.items.add(file);
  }
  byId("file").files = transfer.files;
  byId("attached").hidden = !file;
  byId("attached-name").textContent = file?.name ?? "";
  localStorage.removeItem(keyOf(chosen()));
}

async function send(form) {
  const id = chosen();
  const words = byId("words");
  const file = byId("file").files[0];
  if ((!words.value.trim() && !file) || form.classList.contains("htmx-request")) {
    return;
  }
  const body = file ? new FormData() : new URLSearchParams();
  body.append("text", words.value);
  body.append("epoch", byId("chat-head").dataset.epoch);
  if (file) {
    body.append("file", file);
  }
  if (!localStorage.getItem(keyOf(id))) {
    localStorage.setItem(keyOf(id), crypto.randomUUID());
  }
  form.classList.add("htmx-request");
  try {
    const answer = await fetch(file ? `/live/${id}/files` : form.action, {
      method: "POST",
      headers: {
        ...proof(),
        "HX-Request": "true",
        "Idempotency-Key": localStorage.getItem(keyOf(id)),
      },
      body,
    });
    if (answer.ok) {
      words.value = "";
      attach(null);
      localStorage.removeItem(draftOf(id));
      localStorage.removeItem(keyOf(id));
      byId("compose-notice").replaceChildren();
      await refreshThread();
      toEnd();
    } else if (answer.status === 401) {
      sessionIsOver();
    } else {
      const said = document.createElement("template");
      said.innerHTML = await answer.text();
      const notice = said.content.querySelector(".notice");
      if (notice) {
        byId("compose-notice").replaceChildren(notice);
      } else {
        refuse("Not sent.", "What you wrote is still here; please try again in a moment.");
      }
      refreshThread();
      refreshHead();
    }
  } catch {
    refuse("No connection.", "What you wrote is still here and goes once, however often you try.");
  } finally {
    form.classList.remove("htmx-request");
  }
}

room.addEventListener("submit", (event) => {
  if (event.target.id === "compose") {
    event.preventDefault();
    send(event.target);
  }
});
room.addEventListener("keydown", (event) => {
  if (event.target.id === "words" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send(byId("compose"));
  }
});
room.addEventListener("input", (event) => {
  if (event.target.id === "words") {
    localStorage.setItem(draftOf(chosen()), event.target.value);
    localStorage.removeItem(keyOf(chosen()));
  }
});

room.addEventListener("change", (event) => {
  if (event.target.id === "file") {
    attach(event.target.files[0]);
  }
});
room.addEventListener("click", (event) => {
  if (event.target.closest("#detach")) {
    attach(null);
    byId("words").focus();
  }
});
room.addEventListener("paste", (event) => {
  const file = event.target.id === "words" && event.clipboardData.files[0];
  if (file) {
    event.preventDefault();
    attach(file);
  }
});
for (const type of ["dragover", "dragleave", "drop"]) {
  room.addEventListener(type, (event) => {
    const form = byId("compose");
    if (form && event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      form.classList.toggle("dragged", type === "dragover");
      if (type === "drop") {
        attach(event.dataTransfer.files[0]);
      }
    }
  });
}

/* News */

document.addEventListener("news", (event) => {
  switch (event.target.id) {
    case "rows":
      return refreshList();
    case "thread":
      return refreshThread();
    case "chat-head":
      return refreshHead();
    case "side":
      return refreshSide();
  }
});

function begin() {
  if (chosen()) {
    byId("words").value = localStorage.getItem(draftOf(chosen())) ?? "";
    toEnd();
    looking();
  }
}

setInterval(looking, LOOKING_EVERY);
document.addEventListener("visibilitychange", looking);
document.body.addEventListener("htmx:afterSwap", showWhetherItTakesOver);
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.target.matches("[data-draft]") && event.detail.successful) {
    document.activeElement?.blur();
    refreshThread().then(toEnd);
    refreshHead();
  }
});
document.body.addEventListener("session:again", () => toast("Signed in again", "You can go on where you were.", "ok"));
history.replaceState(chosen() ? { chat: chosen() } : {}, "");
begin();
