import * as api from './api.js';
import {clockTime, dayOf, draw, element, instantOf, summary} from './bubbles.js';

const $ = id => document.getElementById(id);
const CHANNEL_NAMES = {whatsapp: 'WhatsApp', telegram: 'Telegram'};
const CLOCK_NAMES = {app: 'The app’s clock', camunda: 'Camunda’s clock'};
const TYPING_MILLI = 25_000;

const people = new Map();
const chats = new Map();
const typing = new Map();
let open = null;
let offset = 0;
let reading = false;
let newsWhileReading = false;

const key = (contact, channel) => `${contact}/${channel}`;
const entriesOf = (contact, channel) => chats.get(key(contact, channel)) ?? new Map();
const sorted = entries => [...entries.values()].sort((a, b) => a.seq - b.seq);
const simulated = () => Date.now() + offset;

// Contacts

function initials(name) {
  return name.split(/\s+/).map(part => part[0]).slice(0, 2).join('');
}

const isRead = (contact, channel) => open?.contact === contact && open.channel === channel && !document.hidden && isShown();

function unread(contact) {
  return contact.channels.filter(channel => !isRead(contact.id, channel)).reduce((sum, channel) => sum + [...entriesOf(contact.id, channel).values()]
    .filter(entry => entry.author === 'APP' && ['SENT', 'DELIVERED'].includes(entry.status)).length, 0);
}

function lastEntry(contact) {
  return contact.channels.flatMap(channel => sorted(entriesOf(contact.id, channel)).slice(-1))
    .sort((a, b) => b.seq - a.seq)[0];
}

function drawPeople() {
  const focused = document.activeElement?.dataset?.contact;
  $('people').replaceChildren(...[...people.values()].map(contact => {
    const last = lastEntry(contact);
    const waiting = unread(contact);
    const name = element('span', 'name', contact.name);
    name.dir = 'auto';
    const avatar = element('span', 'avatar', initials(contact.name));
    avatar.ariaHidden = 'true';
    const preview = element('span', 'last', last ? summary(last) : contact.phone ? `+${contact.phone}` : contact.userId ?? `@${contact.username ?? contact.telegramId}`);
    preview.dir = 'auto';
    const count = waiting ? element('span', 'unread', `${waiting}`) : null;
    if (count) count.ariaLabel = `${waiting} unread`;
    const button = element('button', 'person', avatar,
      element('span', 'row', name, ...contact.channels.map(via)),
      element('span', 'row', preview, count));
    button.type = 'button';
    button.dataset.contact = contact.id;
    button.ariaCurrent = String(open?.contact === contact.id);
    button.addEventListener('click', () => openChat(contact.id, lastChannel(contact), true));
    return element('li', '', button);
  }));
  if (focused) document.querySelector(`[data-contact="${CSS.escape(focused)}"]`)?.focus();
}

function via(channel) {
  const badge = element('span', `via ${channel}`, {whatsapp: 'WA', telegram: 'TG'}[channel]);
  badge.role = 'img';
  badge.ariaLabel = CHANNEL_NAMES[channel];
  badge.title = CHANNEL_NAMES[channel];
  return badge;
}

function lastChannel(contact) {
  return lastEntry(contact)?.channel ?? contact.channels[0];
}

// The chat

function openChat(contactId, channel, byHand) {
  const contact = people.get(contactId);
  open = {contact: contactId, channel};
  location.hash = key(contactId, channel);
  if (byHand) document.body.dataset.view = 'chat';
  $('phone-owner').textContent = contact.name;
  $('channels').replaceChildren(...contact.channels.map(one => {
    const button = element('button', '', CHANNEL_NAMES[one]);
    button.type = 'button';
    button.ariaPressed = String(one === channel);
    button.addEventListener('click', () => openChat(contactId, one, true));
    return button;
  }));
  drawMenu();
  drawPeople();
  drawChat(true);
  markRead();
  if (byHand && matchMedia('(min-width: 52.01rem)').matches) $('text').focus();
}

function drawChat(toTheEnd) {
  if (!open) return;
  const log = $('chat');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const isTyping = (typing.get(key(open.contact, open.channel)) ?? 0) > Date.now();
  draw(log, open.contact, open.channel, sorted(entriesOf(open.contact, open.channel)), isTyping, {press, choose});
  $('presence').textContent = isTyping ? 'typing …' : open.channel === 'telegram' ? 'Bot' : 'Business account';
  $('presence').classList.toggle('typing', isTyping);
  if (toTheEnd || atEnd) log.scrollTop = log.scrollHeight;
}

function markRead() {
  if (!open || !isRead(open.contact, open.channel)) return;
  const arrived = open.channel === 'whatsapp' ? ['DELIVERED'] : ['SENT', 'DELIVERED'];
  const news = [...entriesOf(open.contact, open.channel).values()]
    .some(entry => entry.author === 'APP' && arrived.includes(entry.status));
  if (!news) return;
  if (reading) {
    newsWhileReading = true;
    return;
  }
  reading = true;
  setTimeout(async () => {
    newsWhileReading = false;
    try {
      await api.read(open.contact, open.channel);
    } finally {
      reading = false;
      if (newsWhileReading) markRead();
    }
  }, 350);
}

const isShown = () => getComputedStyle(document.querySelector('.stage')).display !== 'none';

/** Keeps the newer of what is known: an answer may arrive after the events that followed it. */
function keep(entry) {
  const chat = key(entry.contact, entry.channel);
  if (!chats.has(chat)) chats.set(chat, new Map());
  const known = chats.get(chat).get(entry.seq);
  if (known && known.ticks.length > entry.ticks.length) return;
  chats.get(chat).set(entry.seq, entry);
  if (entry.author === 'APP') typing.delete(chat);
}

function arrived(entry) {
  keep(entry);
  if (open?.contact === entry.contact && open.channel === entry.channel) {
    later('chat', () => drawChat(false));
    markRead();
  }
  later('people', drawPeople);
}

const waiting = new Map();

/** Draws at most once per frame, however much happens. */
function later(what, drawing) {
  if (waiting.has(what)) return;
  waiting.set(what, requestAnimationFrame(() => {
    waiting.delete(what);
    drawing();
  }));
}

async function sending(action) {
  try {
    const entry = await action();
    keep(entry);
    drawChat(true);
    drawPeople();
  } catch (problem) {
    notice(problem.message, true);
  }
}

$('composer').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text || !open) return;
  $('text').value = '';
  const {contact, channel} = open;
  sending(() => api.say(contact, channel, {type: 'text', text}));
});

$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('composer').requestSubmit();
  }
});

const pressedNow = new Set();

/** Presses once, however often it is clicked within a moment. */
async function press(entry, choice) {
  if (pressedNow.has(entry.id)) return;
  pressedNow.add(entry.id);
  $('chat').focus({preventScroll: true});
  await sending(() => api.press(entry.contact, entry.channel, entry.id, choice.id));
  setTimeout(() => pressedNow.delete(entry.id), 700);
}

function choose(entry) {
  $('rows-title').textContent = entry.menu;
  const nodes = [];
  let section;
  for (const choice of entry.choices) {
    if (choice.section && choice.section !== section) {
      section = choice.section;
      nodes.push(element('h3', '', section));
    }
    const row = element('button', '', element('span', '', choice.title),
      choice.description ? element('small', '', choice.description) : null);
    row.type = 'button';
    row.addEventListener('click', () => {
      $('rows').close();
      press(entry, choice);
    });
    nodes.push(row);
  }
  $('rows-list').replaceChildren(...nodes);
  $('rows').showModal();
}

// What else a contact can send

const EXTRAS = {
  whatsapp: [
    ['Photo, video or document', () => pick('')],
    ['Voice note', () => pick('voice')],
    ['Location: Port of Cannes', () => extra({type: 'location', latitude: 43.5487, longitude: 7.0174, name: 'Port of Cannes'})],
    ['Contact card', () => extra({type: 'contacts', name: 'My assistant', phone: '33123456789'})],
    ['React to the last message', () => react('👍')],
    ['Something unsupported', () => extra({type: 'unsupported'})],
    ['Stop marketing messages', () => extra({type: 'marketing-stop'})],
    ['Send as the owner, from the business phone', () => answerAsOwner()],
  ],
  telegram: [
    ['/start', () => extra({type: 'text', text: '/start'})],
    ['Photo, video or document', () => pick('')],
    ['Voice note', () => pick('voice')],
    ['Location: Port of Cannes', () => extra({type: 'location', latitude: 43.5487, longitude: 7.0174})],
    ['My phone number', () => extra({type: 'contact', phone: people.get(open.contact).phone ?? '33612345678'})],
  ],
};

const extra = what => sending(() => api.say(open.contact, open.channel, what));

function answerAsOwner() {
  const text = $('text').value.trim();
  if (!text) {
    notice('Write what the owner answers first.');
    return;
  }
  $('text').value = '';
  sending(() => api.answerAsOwner(open.contact, text));
}

function react(emoji) {
  const last = sorted(entriesOf(open.contact, open.channel)).filter(entry => entry.author === 'APP').pop();
  if (last) extra({type: 'reaction', text: emoji, replyTo: last.id});
  else notice('There is no message to react to yet.');
}

function pick(type) {
  $('file').value = '';
  $('file').dataset.type = type;
  $('file').click();
}

$('file').addEventListener('change', () => {
  const [file] = $('file').files;
  if (!file) return;
  const form = new FormData();
  form.set('file', file);
  if ($('file').dataset.type) form.set('type', $('file').dataset.type);
  const caption = $('text').value.trim();
  if (caption) form.set('text', caption);
  $('text').value = '';
  const {contact, channel} = open;
  sending(() => api.say(contact, channel, form));
});

function drawMenu() {
  $('menu').replaceChildren(...EXTRAS[open.channel].map(([title, action]) => {
    const item = element('button', '', title);
    item.type = 'button';
    item.role = 'menuitem';
    item.addEventListener('click', () => {
      showMenu(false);
      action();
    });
    return item;
  }));
}

function showMenu(shown) {
  $('menu').hidden = !shown;
  $('more').ariaExpanded = String(shown);
  if (shown) $('menu').firstElementChild.focus();
}

$('more').addEventListener('click', () => showMenu($('menu').hidden));
$('menu').addEventListener('keydown', event => {
  const items = [...$('menu').children];
  const at = items.indexOf(document.activeElement);
  const move = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (move) {
    event.preventDefault();
    items[(at + move + items.length) % items.length].focus();
  } else if (event.key === 'Escape') {
    showMenu(false);
    $('more').focus();
  }
});
document.addEventListener('click', event => {
  if (!event.target.closest('.more')) showMenu(false);
});

// Time and connection

function drawTime() {
  const now = simulated();
  $('now-time').textContent = clockTime(now, {second: '2-digit'});
  $('now-date').textContent = dayOf(now, {year: 'numeric'});
  $('phone-time').textContent = clockTime(now);
  $('phone-date').textContent = dayOf(now);
}

function drawShift() {
  const hours = Math.floor(offset / 3_600_000);
  const minutes = Math.round(offset % 3_600_000 / 60_000);
  $('shift').textContent = offset ? `${hours} h${minutes ? ` ${minutes} min` : ''} ahead of real time` : 'Real time';
  $('shift').classList.toggle('moved', offset > 0);
  $('phone-date').classList.toggle('moved', offset > 0);
  drawTime();
}

async function advance(how) {
  const buttons = document.querySelectorAll('.time button');
  buttons.forEach(button => { button.disabled = true; });
  $('time-problem').hidden = true;
  try {
    moved(await api.advance(how));
  } catch (problem) {
    if (problem.content?.targets) moved(problem.content);
    else timeProblem(problem.message);
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}

function moved({offsetMilli, targets}) {
  offset = offsetMilli;
  drawShift();
  const behind = targets.filter(target => !target.ok);
  if (!behind.length) return;
  const again = element('button', '', 'Let it catch up');
  again.type = 'button';
  again.addEventListener('click', () => advance({by: 'PT0S'}));
  timeProblem(behind.map(target => `${CLOCK_NAMES[target.target]} did not follow: ${target.error}. `).join(''), again);
}

function timeProblem(...content) {
  $('time-problem').replaceChildren(...content);
  $('time-problem').hidden = false;
}

document.querySelectorAll('[data-by]').forEach(button =>
  button.addEventListener('click', () => advance({by: button.dataset.by})));
$('instant-form').addEventListener('submit', event => {
  event.preventDefault();
  advance({to: instantOf($('instant').value)});
});

function linkState(channel) {
  const {last} = channel;
  const waits = channel.pending ? ` · ${channel.pending}\u00a0waiting` : '';
  const lost = channel.givenUp ? ` · ${channel.givenUp}\u00a0given\u00a0up` : '';
  if (channel.mode === 'none') return ['', `not listening yet${waits}`];
  if (channel.mode === 'polling') {
    const ago = Math.round((Date.now() - Date.parse(channel.lastPoll)) / 1000);
    return [ago < 70 ? 'good' : 'bad', `${ago < 70 ? 'polled by the app' : `last polled ${ago} s ago`}${waits}`];
  }
  if (!last) return ['', `nothing sent yet${waits}`];
  return last.accepted
    ? ['good', `${last.status} in ${last.latencyMilli} ms${waits}${lost}`]
    : ['bad', `${last.error}${waits}${lost}`];
}

async function drawLinks() {
  const {channels, offsetMilli} = await api.state();
  offset = offsetMilli;
  drawShift();
  $('links').replaceChildren(...Object.entries(channels).map(([name, channel]) => {
    const [how, what] = linkState(channel);
    const dot = element('span', 'dot');
    dot.ariaHidden = 'true';
    const item = element('li', how, dot, element('span', '', CHANNEL_NAMES[name]), element('span', 'what', what));
    if (channel.url) item.title = channel.url;
    return item;
  }));
  $('resume').hidden = !Object.values(channels).some(channel => channel.givenUp || channel.last && !channel.last.accepted);
}

let linksWait = null;

function linksLater() {
  linksWait ??= setTimeout(() => {
    linksWait = null;
    drawLinks().catch(lost);
  }, 300);
}

$('resume').addEventListener('click', () => api.resume().then(linksLater));

// Trouble

const SECONDS = 'Delay in seconds';
const FAULTS = {
  SLOW: {title: 'Answers slowly', measure: SECONDS, usual: 3},
  TOO_MANY_REQUESTS: {title: 'Too many requests: 429', measure: 'Seconds to wait', usual: 5},
  SERVER_ERROR: {title: 'Server error: 500'},
  NO_ANSWER: {title: 'Takes it, never answers', measure: SECONDS, usual: 60},
  EXPIRED_TOKEN: {title: 'Access token expired'},
  FAILED_STATUS: {title: 'Takes it, then reports failed', only: 'whatsapp'},
  EXPIRED_FILE: {title: 'Address of a file expired'},
  SPOILT_FILE: {title: 'File has other bytes'},
  DUPLICATE_WEBHOOK: {title: 'Webhook is repeated', measure: 'Copies', usual: 2},
  LATE_WEBHOOK: {title: 'Webhook is overtaken', measure: SECONDS, usual: 5},
  LOST_WEBHOOK: {title: 'Webhook is lost'},
};

$('fault-kind').append(...Object.entries(FAULTS).map(([kind, {title}]) => new Option(title, kind)));

function drawTroubleForm() {
  const {measure, usual, only} = FAULTS[$('fault-kind').value];
  const {channel, measure: field} = $('trouble-form').elements;
  $('fault-measure').hidden = !measure;
  $('fault-measure').firstElementChild.textContent = measure ?? '';
  field.disabled = !measure;
  field.value = usual ?? '';
  for (const option of channel.options) option.disabled = Boolean(only) && option.value !== only;
  if (only) channel.value = only;
}

const seconds = duration => {
  const [, hours = 0, minutes = 0, rest = 0] = duration.match(/^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/);
  return hours * 3600 + minutes * 60 + Number(rest);
};

function drawFaults(faults) {
  $('calm').hidden = $('faults').hidden = !faults.length;
  $('all-well').hidden = faults.length > 0;
  $('faults').replaceChildren(...faults.map(fault => {
    const dot = element('span', 'dot');
    dot.ariaHidden = 'true';
    const how = [
      CHANNEL_NAMES[fault.channel] ?? 'Both',
      fault.delay && `${seconds(fault.delay)} s`,
      fault.retryAfterSeconds && `${fault.retryAfterSeconds} s`,
      fault.copies && `${fault.copies}×`,
    ].filter(Boolean).join(' · ');
    return element('li', '', dot,
      element('span', 'title', FAULTS[fault.kind].title, element('small', '', how)),
      element('span', 'left', fault.times ? `${fault.times}\u00a0left` : 'until cleared'));
  }));
}

$('fault-kind').addEventListener('change', drawTroubleForm);
drawTroubleForm();

$('trouble-form').addEventListener('submit', async event => {
  event.preventDefault();
  const {kind, channel, times, measure} = Object.fromEntries(new FormData($('trouble-form')));
  const fault = {kind};
  if (channel) fault.channel = channel;
  if (times) fault.times = Number(times);
  if (FAULTS[kind].measure === SECONDS) fault.delay = `PT${measure}S`;
  if (kind === 'TOO_MANY_REQUESTS') fault.retryAfterSeconds = Number(measure);
  if (kind === 'DUPLICATE_WEBHOOK') fault.copies = Number(measure);
  await troubled(api.addFault(fault));
});

$('calm').addEventListener('click', () => troubled(api.clearFaults()));

async function troubled(answer) {
  $('trouble-problem').hidden = true;
  try {
    drawFaults((await answer).faults);
  } catch (problem) {
    $('trouble-problem').textContent = problem.message;
    $('trouble-problem').hidden = false;
  }
}

// Notices and dialogs

let noticeEnd;

function notice(text, wrong = false) {
  $('notice').textContent = text;
  $('notice').classList.toggle('wrong', wrong);
  $('notice').classList.add('shown');
  clearTimeout(noticeEnd);
  noticeEnd = setTimeout(() => $('notice').classList.remove('shown'), 4000);
}

document.querySelectorAll('[data-close]').forEach(button =>
  button.addEventListener('click', () => button.closest('dialog').close()));

$('add').addEventListener('click', () => {
  $('add-form').reset();
  $('add-problem').hidden = true;
  $('add-dialog').showModal();
});

$('add-form').addEventListener('submit', async event => {
  event.preventDefault();
  const given = [...new FormData($('add-form'))].filter(([, value]) => value.trim());
  const contact = Object.fromEntries(given);
  if (contact.telegramId) contact.telegramId = Number(contact.telegramId);
  try {
    const added = await api.addContact(contact);
    people.set(added.id, added);
    $('add-dialog').close();
    openChat(added.id, added.channels[0], true);
  } catch (problem) {
    $('add-problem').textContent = problem.message;
    $('add-problem').hidden = false;
  }
});

$('back').addEventListener('click', () => {
  document.body.dataset.view = 'list';
  drawPeople();
  document.querySelector('[aria-current="true"]')?.focus();
});

// Start, and again after each lost connection

function lost() {
  $('links').replaceChildren(element('li', 'bad', element('span', 'dot'), 'Simulator', element('span', 'what', 'not reachable')));
}

async function load() {
  for (const contact of await api.contacts()) people.set(contact.id, contact);
  chats.clear();
  await Promise.all([...people.values()].flatMap(contact => contact.channels.map(async channel => {
    (await api.log(contact.id, channel)).entries.forEach(keep);
  })));
  const [contactId, channel] = decodeURIComponent(location.hash.slice(1)).split('/');
  const wanted = open ?? (people.get(contactId)?.channels.includes(channel) ? {contact: contactId, channel} : null);
  const first = wanted ?? {contact: [...people.keys()][0], channel: [...people.values()][0].channels[0]};
  if (wanted && !open) document.body.dataset.view = 'chat';
  openChat(first.contact, first.channel, false);
  drawFaults((await api.faults()).faults);
  await drawLinks();
}

api.listen({
  open: () => load().catch(lost),
  lost,
  entry: arrived,
  contact: contact => {
    people.set(contact.id, contact);
    drawPeople();
  },
  typing: ({contact, channel}) => {
    typing.set(key(contact, channel), Date.now() + TYPING_MILLI);
    drawChat(false);
    setTimeout(() => drawChat(false), TYPING_MILLI + 100);
  },
  notice: ({contact, text}) => {
    if (open?.contact === contact) notice(text);
  },
  webhook: linksLater,
  trouble: ({faults}) => drawFaults(faults),
  clock: ({offsetMilli}) => {
    offset = offsetMilli;
    drawShift();
  },
  cleared: ({contact}) => {
    for (const chat of [...chats.keys()]) {
      if (!contact || chat.startsWith(`${contact}/`)) chats.delete(chat);
    }
    drawPeople();
    drawChat(true);
    linksLater();
  },
});

document.addEventListener('visibilitychange', () => {
  drawPeople();
  markRead();
});
setInterval(drawTime, 1000);
setInterval(linksLater, 15_000);
