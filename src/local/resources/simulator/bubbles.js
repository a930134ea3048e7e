/** Draws one chat. Texts of others only ever become text nodes. */

const TICKS = {
  ACCEPTED: ['Accepted', 'M7 6.5 9 8.5 14 2.5'],
  SENT: ['Sent', 'M5 6.5 7.5 9 13 2.5'],
  DELIVERED: ['Delivered', 'M1 6.5 3.5 9 9 2.5M8 9 13.5 2.5'],
  READ: ['Read', 'M1 6.5 3.5 9 9 2.5M8 9 13.5 2.5'],
};
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** Where the demo agency is: times are read as in its messages, wherever the browser is. */
const ZONE = 'Europe/Monaco';

export const clockTime = (at, parts = {}) =>
  new Date(at).toLocaleTimeString('en-GB', {timeZone: ZONE, hour: '2-digit', minute: '2-digit', ...parts});

export const dayOf = (at, parts = {}) =>
  new Date(at).toLocaleDateString('en-GB', {timeZone: ZONE, weekday: 'short', day: 'numeric', month: 'short', ...parts});

/** The instant at which the agency's clock shows this, as an input of a day and a time has it. */
export function instantOf(shown) {
  const asUtc = Date.parse(`${shown}Z`);
  const there = Date.parse(`${new Date(asUtc).toLocaleString('sv-SE', {timeZone: ZONE}).replace(' ', 'T')}Z`);
  return new Date(2 * asUtc - there).toISOString();
}

function linked(text) {
  const parts = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = element('a', '', match[0]);
    link.href = match[0];
    link.target = '_blank';
    link.rel = 'noopener';
    parts.append(text.slice(from, match.index), link);
    from = match.index + match[0].length;
  }
  parts.append(text.slice(from));
  return parts;
}

function line(className, text) {
  if (!text) return null;
  const node = element('div', className, linked(text));
  node.dir = 'auto';
  return node;
}

function tick(entry) {
  if (entry.status === 'FAILED') {
    const code = entry.ticks.find(one => one.status === 'FAILED')?.code;
    return element('span', 'tick FAILED', `Failed${code ? ` (${code})` : ''}`);
  }
  const [word, path] = TICKS[entry.status];
  const node = element('span', `tick ${entry.status}`);
  node.role = 'img';
  node.ariaLabel = word;
  node.title = word;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 15 11');
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  node.append(svg);
  return node;
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} B`
    : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function file(entry) {
  const {file} = entry;
  if (!file) return null;
  if (file.mimeType.startsWith('image/')) {
    const link = element('a', '');
    const picture = element('img', 'picture');
    picture.src = file.url;
    picture.alt = file.name;
    link.append(picture);
    return opening(link, file);
  }
  if (/^(audio|video)\//.test(file.mimeType)) {
    const player = element(file.mimeType.startsWith('audio') ? 'audio' : 'video', '');
    player.controls = true;
    player.preload = 'none';
    player.src = file.url;
    player.title = file.name;
    return player;
  }
  const ending = file.name.includes('.') ? file.name.split('.').pop().slice(0, 4).toUpperCase() : 'FILE';
  const sheet = element('span', 'sheet', ending);
  sheet.ariaHidden = 'true';
  return opening(
    element('a', 'document',
      sheet,
      element('span', '', element('div', 'title', file.name), element('div', 'size', `${size(file.size)} · Open`))),
    file);
}

function opening(link, file) {
  link.href = file.url;
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

/** One line that says what an entry is, for quotes and the list of contacts. */
export function summary(entry) {
  const what = {
    image: 'Photo', photo: 'Photo', voice: 'Voice note', audio: 'Audio', video: 'Video', sticker: 'Sticker',
    location: 'Location', contacts: 'Contact card', contact: 'Contact card',
  }[entry.type];
  return entry.text || what || entry.file?.name || entry.header || entry.type;
}

function body(entry) {
  const details = entry.details ?? {};
  switch (entry.type) {
    case 'location': {
      const place = details.location ?? details;
      return line('body', `Location · ${entry.text ? entry.text + '\n' : ''}${place.latitude}, ${place.longitude}`);
    }
    case 'contacts':
    case 'contact':
      return line('body', `Contact card · ${entry.text ?? ''}`);
    case 'unsupported':
      return line('footer', entry.text);
    default:
      return line('body', entry.text);
  }
}

function choices(entry, answered, actions) {
  if (!entry.choices.length || entry.author === 'CONTACT') return null;
  const box = element('div', 'choices');
  if (entry.menu) {
    const menu = element('button', '', `☰  ${entry.menu}`);
    menu.type = 'button';
    menu.addEventListener('click', () => actions.choose(entry));
    box.append(menu);
    return box;
  }
  for (const choice of entry.choices) {
    if (choice.kind === 'LINK') {
      const link = element('a', '', `${choice.title} ↗`);
      link.href = choice.url;
      link.target = '_blank';
      link.rel = 'noopener';
      box.append(link);
      continue;
    }
    const button = element('button', answered === choice.title ? 'chosen' : '', choice.title);
    button.type = 'button';
    button.disabled = answered !== undefined;
    button.addEventListener('click', () => actions.press(entry, choice));
    box.append(button);
  }
  return box;
}

function message(entry, quoted, reaction, answered, actions) {
  const own = entry.author === 'CONTACT';
  const quote = quoted ? element('div', 'quote', element('div', 'words', summary(quoted))) : null;
  if (quote) quote.dir = 'auto';
  const bubble = element('div', 'bubble',
    entry.author === 'OWNER' ? element('div', 'by', 'From the business phone') : null,
    entry.type === 'template' ? element('div', 'by', `Template ${entry.details.name}`) : null,
    quote,
    file(entry),
    line('header', entry.header),
    body(entry),
    line('footer', entry.footer),
    element('div', 'meta', element('time', '', clockTime(entry.at)), tick(entry)));
  const classes = ['message', own && 'own', entry.author === 'OWNER' && 'owner', entry.type === 'press' && 'pressed'];
  return element('div', classes.filter(Boolean).join(' '),
    bubble,
    reaction ? element('div', 'reactions', reaction) : null,
    choices(entry, answered, actions));
}

const drawn = new WeakMap();

/** The node of an entry, kept as long as nothing on it changed. */
function node(log, key, what, make) {
  const nodes = drawn.get(log);
  const signature = JSON.stringify(what);
  const known = nodes.get(key);
  if (known?.signature === signature) return known.node;
  const made = make();
  made.classList.toggle('fresh', !known);
  nodes.set(key, {signature, node: made});
  return made;
}

/** Changes the tick alone: a button of the message stays under the finger that presses it. */
function showTick(shown, entry) {
  const now = tick(entry);
  if (shown && !shown.isEqualNode(now)) shown.replaceWith(now);
}

/** Puts these nodes into the log and moves none that is already in its place. */
function show(log, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...log.children]) {
    if (!wanted.has(child)) child.remove();
  }
  let at = log.firstChild;
  for (const one of nodes) {
    if (one === at) at = at.nextSibling;
    else log.insertBefore(one, at);
  }
}

/** Draws the newest lines of a chat into the log, days and typing dots included. */
export function draw(log, contact, channel, entries, typing, actions) {
  const chat = `${contact}/${channel}`;
  if (log.dataset.chat !== chat) {
    log.dataset.chat = chat;
    drawn.set(log, new Map());
  }
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  const reactions = new Map();
  const answered = new Map();
  for (const entry of entries) {
    if (entry.type === 'reaction' && entry.replyTo) reactions.set(entry.replyTo, entry.text);
    if (channel === 'whatsapp' && entry.author === 'CONTACT' && ['interactive', 'button'].includes(entry.type)) {
      answered.set(entry.replyTo, entry.text);
    }
  }
  const nodes = [];
  let day = '';
  for (const entry of entries.slice(-300)) {
    if (entry.type === 'reaction') continue;
    const today = dayOf(entry.at);
    if (today !== day) {
      day = today;
      nodes.push(node(log, `day ${today}`, '', () => element('div', 'day', today)));
    }
    const quoted = entry.replyTo && entry.type !== 'press' ? byId.get(entry.replyTo) : undefined;
    const {status, ticks, ...lasting} = entry;
    const what = [lasting, reactions.get(entry.id), answered.get(entry.id), quoted && summary(quoted)];
    const shown = node(log, entry.seq, what, () =>
      ['system', 'preference'].includes(entry.type) ? element('div', 'system', entry.text)
        : message(entry, quoted, reactions.get(entry.id), answered.get(entry.id), actions));
    showTick(shown.querySelector('.tick'), entry);
    nodes.push(shown);
  }
  if (!nodes.length) {
    nodes.push(node(log, 'empty', '', () => element('p', 'empty', element('strong', '', 'Good evening'),
      channel === 'telegram' ? 'Write first: a bot cannot begin.' : 'Write to the concierge.')));
  }
  if (typing) {
    nodes.push(node(log, 'typing', '', () => element('div', 'dots', element('i'), element('i'), element('i'))));
  }
  show(log, nodes);
}
