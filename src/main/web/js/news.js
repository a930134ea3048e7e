/**
 * What changed on the server, within a second. Whoever has data-news="topic" or "topic:id ..." gets an htmx trigger
 * "news" when one of these changed, and whenever the stream is open again, as something may have been missed until then.
 */
import { sessionIsOver } from "./session.js";

const PAUSE = 3_000;
let source;

function isConcerned(element, topic, id) {
  return element.dataset.news.split(" ").some((wish) => wish === topic || wish === `${topic}:${id}`);
}

function tell(concerned) {
  for (const element of document.querySelectorAll("[data-news]")) {
    if (concerned(element)) {
      htmx.trigger(element, "news");
    }
  }
}

async function reopen() {
  source.close();
  try {
    const answer = await fetch("/console/me", { headers: { "X-In-Page": "1" } });
    if (answer.status === 401) {
      sessionIsOver();
      return;
    }
  } catch {
    document.body.dataset.offline = "";
  }
  setTimeout(open, PAUSE);
}

function open() {
  source = new EventSource("/console/news");
  source.addEventListener("open", () => {
    delete document.body.dataset.offline;
    tell(() => true);
  });
  source.addEventListener("changed", (event) => {
    for (const change of event.data.split(" ")) {
      const [topic, id] = change.split(":");
      tell((element) => isConcerned(element, topic, id));
    }
  });
  source.addEventListener("error", reopen);
}

export function listen() {
  document.body.addEventListener("session:again", open);
  addEventListener("pagehide", () => source?.close());
  open();
}
