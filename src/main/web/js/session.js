/** A session that ends while somebody types: they sign in again in the page, and nothing is lost. */

const token = () => document.querySelector("meta[name=csrf-token]");

/** What says to the server that a call comes from a page of ours. */
export function proof() {
  return { "X-In-Page": "1", [token().dataset.header]: token().content };
}

async function signIn(form, dialog) {
  const answer = await fetch("/sign-in", {
    method: "POST",
    headers: proof(),
    body: new URLSearchParams(new FormData(form)),
  });
  const refused = form.querySelector(".wrong");
  refused.hidden = answer.ok;
  if (answer.ok) {
    token().content = answer.headers.get(token().dataset.header) ?? token().content;
    for (const field of document.querySelectorAll("input[name=_csrf]")) {
      field.value = token().content;
    }
    form.elements.password.value = "";
    dialog.close();
    document.body.dispatchEvent(new CustomEvent("session:again"));
  } else {
    form.elements.password.select();
  }
}

export function sessionIsOver() {
  const dialog = document.getElementById("session-over");
  if (!dialog.open) {
    dialog.showModal();
  }
}

export function watchSession() {
  const dialog = document.getElementById("session-over");
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    signIn(event.target, dialog);
  });
  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) {
      sessionIsOver();
    }
  });
}
