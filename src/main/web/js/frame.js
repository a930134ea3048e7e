/** What every page does by itself: its look, its news, its notices, and a session that ends meanwhile. */
import { listen } from "./news.js";
import { proof, watchSession } from "./session.js";

const YEAR = 365 * 24 * 60 * 60;

function keep(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? YEAR : 0}; samesite=lax`;
}

function showTheme(theme) {
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
  for (const choice of document.querySelectorAll("[data-theme-choice]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.themeChoice === (theme ?? "")));
  }
}

function showDirection(direction) {
  document.documentElement.dir = direction;
  for (const choice of document.querySelectorAll("[data-direction-choice]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.directionChoice === direction));
  }
}

document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-theme-choice], [data-direction-choice]");
  if (choice?.dataset.themeChoice !== undefined) {
    keep("theme", choice.dataset.themeChoice);
    showTheme(choice.dataset.themeChoice);
  } else if (choice) {
    keep("direction", choice.dataset.directionChoice);
    showDirection(choice.dataset.directionChoice);
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
  const opener = event.target.closest("[data-opens]");
  if (opener) {
    document.getElementById(opener.dataset.opens)?.showModal();
  }
  if (event.target.closest("[data-closes]")) {
    event.target.closest("dialog")?.close();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

/** What happened and what to do. */
export function noticeOf(title, detail, kind = "bad") {
  const notice = document.createElement("div");
  notice.className = `notice ${kind}`;
  const words = document.createElement("div");
  const strong = document.createElement("strong");
  strong.textContent = title;
  words.append(strong, document.createElement("br"), detail);
  notice.append(document.createElement("span"), words);
  return notice;
}

/** Shows what happened and what to do, long enough to be read. */
export function toast(title, detail, kind) {
  toasts.append(noticeOf(title, detail, kind));
}

const toasts = document.getElementById("toasts");
new MutationObserver((changes) => {
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    if (added.nodeType === Node.ELEMENT_NODE) {
      setTimeout(() => added.remove(), 12_000);
    }
  }
}).observe(toasts, { childList: true });

document.body.addEventListener("htmx:configRequest", (event) => {
  Object.assign(event.detail.headers, proof());
});

/** What was refused stands beside what is there already, unless its place is meant for it. */
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const status = event.detail.xhr.status;
  const hasPlace = status === 422 || event.detail.xhr.getResponseHeader("HX-Retarget");
  if (status >= 400 && !hasPlace && event.detail.shouldSwap) {
    event.detail.target = toasts;
    event.detail.swapOverride = "beforeend";
  }
});
document.body.addEventListener("htmx:sendError", () => {
  toast("No connection", "Nothing was changed. What you typed is still here; try again in a moment.");
});
document.body.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status >= 500) {
    toast("This did not work", "The fault is ours. What you typed is still here; please try again in a moment.");
  }
});

showTheme(document.documentElement.dataset.theme);
showDirection(document.documentElement.dir);
watchSession();
listen();
