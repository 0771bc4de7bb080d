'use strict';

// The page draws what /phone/state tells and sends back what is pressed. It keeps three things: who holds the
// phone, which request is open, and how far into it the holder is.
const PERIOD_MS = 500;
const END_WORDS = {
  OK: { signature: 'Signed', 'certificate-choice': 'Account confirmed', authentication: 'Logged in' },
  TIMEOUT: 'The request timed out',
  WRONG_VC: 'A wrong code was chosen. Nothing was signed.',
  DOCUMENT_UNUSABLE: 'Too many wrong PINs. Nothing was signed.',
  SIM_ERROR: 'Too many wrong PINs. Nothing was signed.',
  EXPECTED_LINKED_SESSION: 'Another request came between',
  REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP: 'This app is too old for the request',
};

const part = (id) => document.getElementById(id);
const all = (selector) => document.querySelectorAll(selector);

let holder = null;
let open = null;
let atPin = false;
let shownScreen = null;
const dismissed = new Set();

async function ask(path, body) {
  const response = await fetch(`/phone/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const told = response.headers.get('content-type') === 'application/json' ? await response.json() : {};
  return { ok: response.ok, ...told };
}

function show(screen) {
  if (shownScreen === screen) return;
  for (const section of all('.screen')) section.hidden = section.id !== screen;
  shownScreen = screen;
  const target = screen === 'pin' ? part('pin-entry') : part(screen).querySelector('h2');
  if (document.activeElement !== part('person')) target.focus();
}

function fill(selector, text) {
  for (const element of all(selector)) element.textContent = text ?? '';
}

function drawPeople(people) {
  const select = part('person');
  if (select.options.length !== people.length) {
    select.replaceChildren(...people.map((person) => {
      const option = document.createElement('option');
      option.value = person.documentNumber;
      option.textContent = `${person.name}, ${person.country} ${person.code}`;
      return option;
    }));
    holder ??= people[0].documentNumber;
  }
  select.value = holder;
  const person = people.find((one) => one.documentNumber === holder);
  part('own-code').textContent = person?.code ?? '';
  part('own-number').textContent = person?.phone ?? '';
  part('own-phone').hidden = !person?.phone;
}

// A request for somebody else by hand takes the phone into that person's hand
function pick(requests) {
  const mine = requests.find((request) => request.documentNumber === holder && !request.byItself);
  const anyone = mine ?? requests.find((request) => !request.byItself) ?? requests[0] ?? null;
  if (anyone && !anyone.byItself) holder = anyone.documentNumber;
  return anyone;
}

function drawRequest(request) {
  if (open?.session !== request.session) {
    atPin = request.codeChosen;
    part('pin-entry').value = '';
    part('pin-error').textContent = '';
    drawCodes(request.choices);
    part('status').textContent = `Request from ${request.relyingParty}`;
  }
  open = request;
  fill('[data-party]', request.relyingParty);
  fill('[data-text]', request.text);
  fill('[data-code]', request.code);
  fill('[data-name]', request.name);
  part('code').hidden = !request.code;
  part('codes').hidden = !request.choices;
  part('go-on').hidden = Boolean(request.choices);
  if (request.byItself) return show('self');
  if (request.kind === 'certificate-choice') return show('choice');
  show(atPin ? 'pin' : 'message');
}

function drawCodes(choices) {
  part('codes').querySelector('.codes').replaceChildren(...(choices ?? []).map((code) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = code;
    button.addEventListener('click', () => chooseCode(code));
    return button;
  }));
}

// The page does not know the right code: the service says whether it was
async function chooseCode(code) {
  const told = await ask('choose', { session: open.session, code });
  if (told.endResult) return refresh();
  enterPin();
}

function enterPin() {
  atPin = true;
  show('pin');
}

async function sign(event) {
  event.preventDefault();
  const entry = part('pin-entry');
  const told = await ask('approve', { session: open.session, pin: entry.value });
  entry.value = '';
  if (told.reason === 'wrong-pin') {
    part('pin-error').textContent = `Wrong PIN2. Attempts left: ${told.attemptsLeft}.`;
    entry.focus();
  } else {
    part('pin-error').textContent = '';
  }
  refresh();
}

async function cancel() {
  await ask('cancel', { session: open.session, ...(atPin && { screen: 'pin' }) });
  refresh();
}

async function scan() {
  const told = await ask('scan', { documentNumber: holder });
  if (!told.ok) part('camera').textContent = told.reason === 'nothing-in-sight' ? 'No code is on the screen.' : `Not accepted: ${told.reason}.`;
  refresh();
}

function drawEnd(ended) {
  const last = ended.filter((end) => !dismissed.has(end.session)).at(-1);
  if (!last) return false;
  const words = END_WORDS[last.endResult] ?? 'Cancelled. Nothing was signed.';
  const text = typeof words === 'string' ? words : words[last.kind];
  part('end').classList.toggle('good', last.endResult === 'OK');
  if (part('end-title').textContent !== text) part('end-title').textContent = text;
  part('status').textContent = text;
  show('end');
  setTimeout(() => dismissed.add(last.session), 3000);
  return true;
}

function draw(state) {
  part('pin-hint').textContent = state.pin;
  const request = pick(state.requests);
  drawPeople(state.people);
  if (request) return drawRequest(request);
  open = null;
  if (drawEnd(state.ended)) return;
  part('scan').classList.toggle('ready', state.camera.seesCode);
  if (state.camera.seesCode) part('camera').textContent = 'A code is on the screen.';
  else if (part('camera').textContent.startsWith('A code')) part('camera').textContent = '';
  show('idle');
}

async function refresh() {
  try {
    draw(await (await fetch('/phone/state')).json());
  } catch {
    part('status').textContent = 'The demo is not running any more.';
  }
}

function padButton(label, name, press) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.className = name;
  button.addEventListener('click', press);
  document.querySelector('.pad').append(button);
}

function buildPad() {
  const entry = part('pin-entry');
  for (const digit of '1234567890') {
    padButton(digit, digit === '0' ? 'zero' : '', () => { if (entry.value.length < 5) entry.value += digit; });
  }
  padButton('Delete', 'delete', () => { entry.value = entry.value.slice(0, -1); });
}

buildPad();
part('person').addEventListener('change', (event) => { holder = event.target.value; refresh(); });
part('scan').addEventListener('click', scan);
part('go-on').addEventListener('click', enterPin);
part('pin-form').addEventListener('submit', sign);
for (const button of all('[data-cancel]')) button.addEventListener('click', cancel);
document.querySelector('[data-confirm]').addEventListener('click', async () => {
  await ask('approve', { session: open.session });
  refresh();
});
document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && open && !open.byItself) cancel(); });
refresh();
setInterval(refresh, PERIOD_MS);
