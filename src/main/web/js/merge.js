/**
 * Brings what is shown up to date without a jump: whatever has the same data-key and data-version stays as it is, and so
 * does that in which somebody is at work, so that nobody loses the place where they read, or what they play or type.
 */

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Fetches a part of the page; null where that did not work, as the session may be over. */
export async function part(address) {
  const answer = await fetch(address, { headers: { "X-In-Page": "1" } });
  return answer.ok ? parse(await answer.text()) : null;
}

/** Whether somebody types there, or has typed something that is not sent yet. */
function isAtWork(part) {
  return [...(part?.querySelectorAll("textarea") ?? [])].some(
    (field) => field === document.activeElement || field.value !== field.defaultValue,
  );
}

/**
 * @param keep whether those that are not in the fresh ones stay, as they are older ones that were asked for before
 */
export function merge(container, fresh, keep = () => false) {
  const known = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let place = null;
  for (const next of [...fresh.children].reverse()) {
    const before = known.get(next.dataset.key);
    known.delete(next.dataset.key);
    const isSame = before?.dataset.version === next.dataset.version || isAtWork(before);
    const node = isSame ? before : next;
    if (before && !isSame) {
      const hadFocus = before.contains(document.activeElement);
      before.replaceWith(next);
      htmx.process(next);
      if (hadFocus) {
        next.querySelector("a, button")?.focus({ preventScroll: true });
      }
    }
    if (node.parentElement !== container || node.nextElementSibling !== place) {
      container.insertBefore(node, place);
      if (!before) {
        htmx.process(node);
      }
    }
    place = node;
  }
  for (const left of known.values()) {
    if (!keep(left)) {
      left.remove();
    }
  }
}
