import { afterEach, expect, it, vi } from 'vitest';
import { speak } from '../words';
import { pass, stage } from './stage';

const password = 'not-to-be-found-anywhere';
const fails = { code: 'proxy-login', at: 'certificate', hint: 'settings' } as const;

afterEach(() => {
  speak('en');
  vi.restoreAllMocks();
});

/** A signing that the proxy let nothing through for. */
async function refused(scenario: Parameters<typeof stage>[0] = {}) {
  const window_ = await stage({ open: true, proxy: 'needed', known: 'account', fails, ...scenario });
  await window_.click('sign-button');
  await window_.see('failure');
  return window_;
}

/** Everything of an object that can be reached from it. */
function everything(of: unknown, seen = new Set<unknown>()): string {
  if (typeof of !== 'object' || of === null) return String(of);
  if (seen.has(of) || of instanceof Node) return '';
  seen.add(of);
  const entries = Object.keys(of).map((key) => [key, (of as Record<string, unknown>)[key]] as const);
  return entries.map(([key, value]) => `${key} ${everything(value, seen)}`).join(' ');
}

it('asks for the login where a signing failed for want of it, keeps it, and signs', async () => {
  const { click, type, see, text, find, backend } = await refused();
  expect(await text('proxy-at')).toBe('Proxy proxy.example.org:3128');
  expect(await text('failure-next')).toContain('Type the name and the password for the proxy below');
  expect(await text('failure-next')).not.toContain('pitser profile');
  await type('proxy-name', 'BANK\\mari');
  const field = (await see('proxy-password')) as HTMLInputElement;
  expect([field.type, field.autocomplete]).toEqual(['password', 'off']);
  await type('proxy-password', password);
  await click('proxy-keep');
  await see('result-title');
  expect(find('failure')).toBeNull();
  expect(backend.calls).toContain(`keep login BANK\\mari ${password.length}`);
  expect(backend.calls.filter((call) => call.startsWith('sign')).length).toBe(2);
});

it('has nothing of the password left once it was given', async () => {
  const { click, type, see, desk, backend } = await refused();
  const field = (await see('proxy-password')) as HTMLInputElement;
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  // The keychain takes its time: the password is gone from the field meanwhile.
  let take = () => undefined as void;
  const given: string[][] = [];
  const keep = backend.keepProxyLogin.bind(backend);
  vi.spyOn(backend, 'keepProxyLogin').mockImplementation(async (name, word) => {
    given.push([name, word]);
    await new Promise<void>((done) => (take = done));
    await keep(name, word);
  });
  await click('proxy-keep');
  expect(given).toEqual([['mari', password]]);
  await see('proxy', (part) => part.getAttribute('aria-busy') === 'true');
  expect(field.value).toBe('');
  backend.scenario.fails = null;
  take();
  await see('result-title');
  expect(field.value).toBe('');
  const left = [document.body.innerHTML, everything(desk), ...backend.calls];
  expect(everything(desk)).toContain('proxy.example.org:3128');
  expect(left.join()).not.toContain(password);
});

it('refuses a name with a colon, or none, and no password, before anything is given', async () => {
  const { click, type, see, backend } = await refused();
  const [name, hidden] = [await see('proxy-name'), (await see('proxy-password')) as HTMLInputElement];
  const faultIs = async (said: string, at: HTMLElement) => {
    await click('proxy-keep');
    expect((await see('proxy-fault')).textContent).toContain(said);
    expect(at.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(at);
  };
  await faultIs('Type the name.', name);
  await type('proxy-name', 'mari');
  await faultIs('Type the password.', hidden);
  await type('proxy-password', password);
  await type('proxy-name', 'BANK:mari');
  await faultIs('A name with a colon in it', name);
  expect(hidden.value).toBe(password);
  expect(backend.calls.some((call) => call.startsWith('keep'))).toBe(false);
});

it('asks for another where the one that is kept is not taken, and lets it be forgotten', async () => {
  const { click, type, see, text, find, backend } = await refused({ proxy: 'kept' });
  expect(await text('proxy-kept')).toContain('let nothing through with them');
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  await click('proxy-forget');
  expect(await text('proxy-notice')).toBe('Name and password for the proxy are forgotten.');
  expect(find('proxy-kept')).toBeNull();
  expect(backend.calls).toContain('forget login');
  await click('proxy-keep');
  await see('result-title');
});

it('can be tried again as it is: the keychain may have been locked', async () => {
  const { click, see, backend } = await refused({ proxy: 'kept' });
  expect((await see('retry-button')).dataset['action']).toBe('retry');
  backend.scenario.fails = null;
  await click('retry-button');
  await see('result-title');
});

it('leaves the name where the keychain does not take it, and not the password', async () => {
  const { click, type, see, text, backend } = await refused();
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  backend.scenario.proxy = 'no-keychain';
  await click('proxy-keep');
  const fault = await see('proxy-fault', (part) => part.dataset['code'] === 'keychain-unavailable');
  expect(fault.textContent).toContain('PITSER_PROXY_LOGIN');
  expect(((await see('proxy-name')) as HTMLInputElement).value).toBe('mari');
  expect(((await see('proxy-password')) as HTMLInputElement).value).toBe('');
  expect(await text('failure-next')).toContain('PITSER_PROXY_LOGIN');
  expect(backend.calls.filter((call) => call.startsWith('sign')).length).toBe(1);
});

it('offers no form for a login that the environment gives, nor for another proxy than that of the profile', async () => {
  const given = await refused({ proxy: 'given' });
  await given.see('proxy-given');
  expect(given.find('proxy-password')).toBeNull();
  expect(await given.text('failure-next')).toContain('PITSER_PROXY_LOGIN');
  document.body.innerHTML = '';
  const system = await refused({ proxy: null });
  expect(system.find('proxy')).toBeNull();
  expect(await system.text('failure-next')).toContain('pitser profile proxy-login');
  document.body.innerHTML = '';
  const other = await refused({ fails: { ...fails, values: { proxy: 'proxy.elsewhere.example:80' } } });
  expect(other.find('proxy')).toBeNull();
});

it('asks for another one where the proxy does not know the one that it was told', async () => {
  const { see, text } = await refused({ fails: { ...fails, code: 'proxy-login-refused', values: { proxy: 'proxy.example.org:3128' } } });
  await see('proxy-password');
  expect(await text('failure-cause')).toContain('was given a name and a password');
});

it('asks for it too where the proxy kept a time-stamp away, and finishes what came back', async () => {
  const detail = 'http://tsa.example.org: proxy-login (tsa.example.org, proxy.example.org:3128)';
  const values = { detail, why: 'proxy-login', asked: 'timestamp', step: 'settings', proxy: 'proxy.example.org:3128' };
  const late = { code: 'timestamp-unavailable', at: 'timestamped', hint: 'finish-later', values } as const;
  const { click, type, see, backend } = await refused({ fails: late });
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  await click('proxy-keep');
  await see('result-title');
  expect(backend.calls.some((call) => call.startsWith('finish'))).toBe(true);
  expect(backend.calls.filter((call) => call.startsWith('sign')).length).toBe(1);
});

it('can be kept and forgotten before anything fails, and no keychain is asked until somebody looks', async () => {
  const { click, type, see, text, find, backend } = await stage({ open: true, proxy: 'needed' });
  await see('proxy-fold');
  expect(backend.calls).not.toContain('proxy');
  await click('proxy-fold');
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  (await see('proxy-password')).dispatchEvent(enter);
  expect(enter.defaultPrevented).toBe(true);
  expect(await text('proxy-kept')).toBe('Name and password for the proxy are in the keychain.');
  expect(find('proxy-password')).toBeNull();
  expect(backend.calls.some((call) => call.startsWith('sign'))).toBe(false);
  await click('proxy-forget');
  expect(await text('proxy-notice')).toBe('Name and password for the proxy are forgotten.');
  expect(document.activeElement).toBe(await see('proxy-name'));
});

it('shows nothing of it where the profile names no proxy', async () => {
  const { see, find } = await stage({ open: true });
  await see('sign-button');
  expect(find('proxy-fold')).toBeNull();
});

/** A signed document that was checked behind a proxy that let nothing through. */
async function turnedAway(scenario: Parameters<typeof stage>[0] = {}) {
  const window_ = await stage({ open: true, document: 'undetermined', proxy: 'needed', turnsAway: true, ...scenario });
  await window_.see('turned-away');
  return window_;
}

it('leaves a verdict as it is that the proxy kept something from, asks for the login, and checks again', async () => {
  const { click, type, see, text, find, all, backend } = await turnedAway();
  expect((await see('verdict-overall')).dataset['indication']).toBe('indeterminate');
  expect(await text('turned-away')).toContain('The proxy of this network wants a name and a password.');
  expect(await text('turned-away')).toContain('checked with what was at hand');
  expect(await text('proxy-at')).toBe('Proxy proxy.example.org:3128');
  expect(await text('turned-away-next')).toContain('Type the name and the password for the proxy below');
  expect((await see('proxy-keep')).classList).toContain('primary');
  expect((await see('verify-again')).classList).not.toContain('primary');
  // Whoever signs now has one form for it, and not two.
  await click('add-signature');
  await see('sign-button');
  expect([all('proxy-name').length, find('proxy-fold')]).toEqual([1, null]);
  await click('add-back');
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  await click('proxy-keep');
  await see('verdict-overall', (heading) => heading.dataset['indication'] === 'total-passed');
  expect([find('turned-away'), find('proxy'), find('verify-again')]).toEqual([null, null, null]);
  expect(backend.calls.filter((call) => call.startsWith('verify')).length).toBe(2);
  await vi.waitFor(async () => expect(document.activeElement).toBe(await see('verdict-overall')));
  expect(document.body.innerHTML).not.toContain(password);
});

it('says the same of a verdict that is good without it', async () => {
  const { click, see, find, backend } = await turnedAway({ document: 'signed', proxy: 'kept' });
  expect((await see('verdict-overall')).dataset['indication']).toBe('total-passed');
  expect((await see('proxy-kept')).textContent).toContain('let nothing through with them');
  backend.scenario.turnsAway = false;
  await click('verify-again');
  await see('extend', () => find('turned-away') === null);
});

it('shows that it checks again, and asks once more where the login is not taken', async () => {
  const { click, type, see, find, backend } = await turnedAway();
  const [verdict] = await Promise.all([backend.verify('loan-agreement.pdf'), pass(1000)]);
  let answer = () => undefined as void;
  vi.spyOn(backend, 'verify').mockImplementation(() => new Promise((done) => (answer = () => done(verdict))));
  await type('proxy-name', 'mari');
  await type('proxy-password', password);
  await click('proxy-keep');
  await see('verify-again', (button) => (button as HTMLButtonElement).disabled);
  expect([find('turned-away'), document.querySelector('[role=status] .spinner') !== null]).toEqual([null, true]);
  answer();
  expect((await see('proxy-kept')).textContent).toContain('let nothing through with them');
  await see('proxy-password');
});

it('has no form for a login that is not of the profile, and says what helps', async () => {
  const { text, find, see } = await turnedAway({ proxy: null });
  expect(await text('turned-away-next')).toContain('PITSER_PROXY_LOGIN');
  expect(find('proxy')).toBeNull();
  expect((await see('verify-again')).classList).toContain('primary');
});

it('says where a login comes from that is not typed here, and can check again', async () => {
  const { text, find, see } = await turnedAway({ proxy: 'given' });
  expect(await text('proxy-given')).toContain('come from PITSER_PROXY_LOGIN');
  expect(await text('turned-away-next')).toContain('or ask whoever runs the network');
  expect(find('proxy-password')).toBeNull();
  await see('verify-again', (button) => button.classList.contains('primary'));
});

it.each([
  ['et', 'Puhverserver proxy.example.org:3128', 'Sisestage puhverserveri nimi ja parool allpool'],
  ['lv', 'Starpniekserveris proxy.example.org:3128', 'Ievadiet starpniekservera vārdu un paroli zemāk'],
  ['lt', 'Tarpinis serveris proxy.example.org:3128', 'Įveskite tarpinio serverio vardą ir slaptažodį žemiau'],
])('says so in %s', async (language, at, next) => {
  speak(language);
  const { text } = await refused();
  expect(await text('proxy-at')).toBe(at);
  expect(await text('failure-next')).toContain(next);
});
