/** The dialogs of the bookings: free times that are taken by one press, and documents beside the list. */
const preview = document.getElementById("preview");

document.addEventListener("click", (event) => {
  const offer = event.target.closest("[data-start]");
  if (offer) {
    const form = offer.closest("form");
    form.elements.start.value = offer.dataset.start;
    form.elements.end.value = offer.dataset.end;
    form.elements.start.focus();
  }
  const opener = event.target.closest("[data-preview]");
  if (opener && preview) {
    document.getElementById("preview-title").textContent = opener.dataset.name;
    document.getElementById("preview-open").href = opener.dataset.preview;
    document.getElementById("preview-page").src = opener.dataset.preview;
    preview.showModal();
  }
});

/** A document that nobody looks at any more is not kept. */
preview?.addEventListener("close", () => {
  document.getElementById("preview-page").removeAttribute("src");
});

/** What a dialog asks first has the focus. */
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "desk-body") {
    event.detail.target
      .querySelector("[autofocus], [aria-invalid=true], input:not([type=hidden]), select, textarea")
      ?.focus();
  }
});

/** What could not be opened leaves no empty dialog. */
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400 && event.detail.requestConfig.verb === "get") {
    document.getElementById("desk")?.close();
  }
});
