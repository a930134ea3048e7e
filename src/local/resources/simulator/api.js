/** The simulator's control API, and the stream of what happens. */

const BASE = '/simulator/api';

async function call(method, path, body) {
  const multipart = body instanceof FormData;
  const answer = await fetch(BASE + path, {
    method,
    headers: body && !multipart ? {'Content-Type': 'application/json'} : {},
    body: multipart ? body : body && JSON.stringify(body),
  });
  const content = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(content?.error ?? `The simulator answered ${answer.status}`), {content});
  }
  return content;
}

const chat = (contact, channel) => `/contacts/${encodeURIComponent(contact)}/${channel}`;

export const contacts = () => call('GET', '/contacts');
export const addContact = contact => call('POST', '/contacts', contact);
export const log = (contact, channel) => call('GET', `${chat(contact, channel)}/log`);
export const say = (contact, channel, what) => call('POST', `${chat(contact, channel)}/messages`, what);
export const answerAsOwner = (contact, text) => call('POST', '/whatsapp/echo', {contact, text});
export const press = (contact, channel, messageId, button) =>
  call('POST', `${chat(contact, channel)}/press`, {messageId, button});
export const read = (contact, channel) => call('POST', `${chat(contact, channel)}/read`);
export const state = () => call('GET', '/state');
export const faults = () => call('GET', '/misbehaviour');
export const addFault = fault => call('POST', '/misbehaviour', fault);
export const clearFaults = () => call('PUT', '/misbehaviour', {faults: []});
export const resume = () => call('POST', '/webhooks/resume');
export const advance = how => call('POST', '/clock/advance', how);

/** Calls the handler of each event; `open` after each (re)connection, `lost` when it is gone. */
export function listen(handlers) {
  const source = new EventSource(BASE + '/events');
  source.onopen = handlers.open;
  source.onerror = handlers.lost;
  for (const name of ['entry', 'contact', 'typing', 'notice', 'webhook', 'clock', 'cleared', 'trouble']) {
    source.addEventListener(name, event => handlers[name](JSON.parse(event.data)));
  }
}
