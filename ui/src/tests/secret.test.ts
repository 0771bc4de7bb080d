import { expect, it } from 'vitest';
import { stage } from './stage';

const secret = 'not-to-be-found-anywhere';

async function atService(scenario: Parameters<typeof stage>[0] = {}) {
  const window_ = await stage({ open: true, cloud: 'browser', secret: 'needed', ...scenario });
  await window_.click('tab-cloud');
  return window_;
}

it('keeps a secret that is typed once, and nothing of it in the window', async () => {
  const { click, type, see, find, desk, backend } = await atService();
  const field = (await see('client-secret')) as HTMLInputElement;
  expect([field.type, field.getAttribute('autocomplete')]).toEqual(['password', 'off']);
  expect(document.querySelector('label[for=client-secret]')?.textContent).toContain('csc.example.org');
  await click('secret-keep');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field);
  expect(backend.calls.some((call) => call.startsWith('keep'))).toBe(false);
  await type('client-secret', secret);
  await click('secret-keep');
  expect(field.value).toBe('');
  await see('secret-kept');
  expect(find('client-secret')).toBeNull();
  expect(document.activeElement).toBe(await see('secret-forget'));
  expect(backend.calls).toContain(`keep secret ${secret.length}`);
  const left = [document.body.innerHTML, JSON.stringify(desk.wishes.order(null)), JSON.stringify(desk.startup), ...backend.calls];
  expect(left.join()).not.toContain(secret);
});

it('takes Enter for the secret, and does not sign by it', async () => {
  const { type, see, backend } = await atService();
  await type('client-secret', secret);
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  (await see('client-secret')).dispatchEvent(enter);
  await see('secret-kept');
  expect(enter.defaultPrevented).toBe(true);
  expect(backend.calls.some((call) => call.startsWith('sign'))).toBe(false);
});

it('forgets it, and asks for it again', async () => {
  const { click, see, text, find } = await atService({ secret: 'kept' });
  await click('secret-forget');
  expect(await text('secret-notice')).toBe('The secret and the login are forgotten.');
  expect(document.activeElement).toBe(await see('client-secret'));
  expect(find('secret-kept')).toBeNull();
});

it('does not offer to forget what the environment gives', async () => {
  const { see, find } = await atService({ secret: 'given' });
  await see('secret', (part) => part.textContent?.includes('PITSER_CSC_SECRET') ?? false);
  expect([find('client-secret'), find('secret-forget')]).toEqual([null, null]);
});

it('says what helps where there is no keychain, and looks again', async () => {
  const { click, see, find, backend } = await atService({ secret: 'no-keychain' });
  const fault = await see('secret-fault', (part) => part.dataset['code'] === 'keychain-unavailable');
  expect(fault.textContent).toContain('cannot be used');
  expect(fault.textContent).toContain('Unlock it and try again');
  expect(find('client-secret')).toBeNull();
  backend.scenario.secret = 'needed';
  await click('secret-again');
  await see('client-secret');
});

it('says so when the keychain does not take it, and the field is empty all the same', async () => {
  const { click, type, see, backend } = await atService();
  await type('client-secret', secret);
  backend.scenario.secret = 'no-keychain';
  await click('secret-keep');
  await see('secret-fault', (part) => part.dataset['code'] === 'keychain-unavailable');
  expect(((await see('client-secret')) as HTMLInputElement).value).toBe('');
  expect(document.body.innerHTML).not.toContain(secret);
});

it('asks no keychain for a secret that most have not, before somebody looks', async () => {
  const { click, see, backend } = await atService({ secret: 'optional' });
  await see('secret-fold');
  expect(backend.calls).not.toContain('secret');
  await click('secret-fold');
  const field = await see('client-secret');
  expect(field.getAttribute('aria-required')).toBe('false');
  expect(backend.calls.filter((call) => call === 'secret').length).toBe(1);
});

it('shows nothing of it where the service gives none', async () => {
  const { see, find } = await atService({ secret: null });
  await see('cloud-lead');
  expect([find('secret'), find('secret-fold')]).toEqual([null, null]);
});

it('tells an organisation that the program logs in by itself, and nobody in the browser', async () => {
  const { text } = await atService();
  expect(await text('cloud-lead')).toContain('logs in there by itself');
  expect(await text('cloud-lead')).not.toContain('browser');
  expect(await text('sign-button')).toBe('Sign at the service');
});

it('tells a person to log in in the browser, whatever the program has beside it', async () => {
  const { text } = await atService({ secret: 'optional' });
  expect(await text('cloud-lead')).toContain('log in there');
  expect(await text('sign-button')).toBe('Sign in the browser');
});

it('names the profile in what helps when a signing failed for want of it', async () => {
  const fails = { code: 'csc-secret-missing', at: 'certificate', hint: 'settings' } as const;
  const { click, text } = await atService({ fails });
  await click('sign-button');
  expect(await text('failure-next')).toContain('pitser profile secret office');
});
