// Keeps the part of the page marked `data-live` current: on every login the harness reports, the page is asked for again and
// that part exchanged. The server has escaped everything; here nodes are moved, never text parsed.
const state = document.getElementById('live-state');
const ids = [...document.querySelectorAll('[data-live]')].map((element) => element.id);

function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onload = () => (request.response ? resolve(request.response) : reject(new Error('no page')));
    request.onerror = reject;
    request.open('GET', address);
    request.send();
  });
}

/** What has the focus, or a mark, must not lose it. */
function keepState(before, after) {
  const marked = new Set([...before.querySelectorAll('input[type=checkbox]:checked')].map((input) => input.value));
  for (const input of after.querySelectorAll('input[type=checkbox]')) input.checked = marked.has(input.value);
  const focused = document.activeElement;
  if (!before.contains(focused)) return () => {};
  const selector = focused.getAttribute('href') ? `a[href="${CSS.escape(focused.getAttribute('href'))}"]` : null;
  const field = focused.getAttribute('name') ? `[name="${CSS.escape(focused.getAttribute('name'))}"]` : null;
  return () => after.querySelector(selector ?? field ?? 'a')?.focus({ preventScroll: true });
}

/** Somebody is typing here, or has typed and not sent it yet. */
function isInUse(region) {
  if (region.contains(document.activeElement)) return true;
  return [...region.querySelectorAll('input')].some((input) => input.value !== input.defaultValue);
}

async function refresh() {
  const page = await fetchPage(location.href);
  for (const id of ids) {
    const before = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (!before || !fresh) continue;
    if (before.dataset.live === 'when-idle' && isInUse(before)) continue;
    const after = document.importNode(fresh, true);
    const restore = keepState(before, after);
    before.replaceWith(after);
    restore();
  }
  document.title = page.title;
}

// Many logins at once are one refresh; a stream of them cannot put it off for ever, and none is missed while one is under way.
let isDue = false;
let isAskedAgain = false;
async function refreshSoon() {
  isAskedAgain = isDue;
  if (isDue) return;
  isDue = true;
  await new Promise((resolve) => setTimeout(resolve, 120));
  isAskedAgain = false;
  await refresh().catch(() => say('not live: reload the page'));
  isDue = false;
  if (isAskedAgain) refreshSoon();
}

function say(words, isLive = false) {
  if (!state) return;
  state.textContent = words;
  state.classList.toggle('is-live', isLive);
}

const events = new EventSource('/api/v1/events');
events.addEventListener('open', () => say('live', true));
events.addEventListener('error', () => say('not live: the harness does not answer'));
events.addEventListener('login', refreshSoon);
events.addEventListener('pending', refreshSoon);
addEventListener('pagehide', () => events.close());
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];
setInterval(() => {
  for (const time of document.querySelectorAll('time[data-age]')) {
    const ms = Date.now() - Date.parse(time.dateTime);
    const unit = UNITS.find(([size]) => ms >= size);
    if (unit && ms >= 1500) time.textContent = `${Math.round(ms / unit[0])} ${unit[1]} ago`;
  }
}, 5000);

// Arrow keys, Home and End move through the list while it has the focus; from the search field, down leads into it.
const STEPS = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: (_, count) => count - 1 };
document.addEventListener('keydown', (event) => {
  const links = [...document.querySelectorAll('.login-user')];
  const at = links.indexOf(document.activeElement);
  const isSearch = document.activeElement?.matches?.('.list-filter [type=search]') && event.key === 'ArrowDown';
  const next = isSearch ? 0 : at < 0 ? -1 : STEPS[event.key]?.(at, links.length);
  if (links[next] === undefined) return;
  event.preventDefault();
  links[next].focus();
});
