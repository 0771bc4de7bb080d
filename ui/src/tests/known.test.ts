import { expect, it } from 'vitest';
import { stage } from './stage';

const signerOf = (calls: string[]) => JSON.parse(calls.find((one) => one.startsWith('sign '))?.slice(5) ?? 'null')?.signer;

it('signs as whoever is remembered, without typing anything', async () => {
  const { text, see, click, find, backend } = await stage({ open: true, known: 'account' });
  expect(await text('known-name')).toBe('MARI-LIIS MÄNNIK');
  expect((await see('known')).textContent).not.toContain('40504040001');
  expect(find('personal-code')).toBeNull();
  await click('sign-button');
  expect(await text('verification-code')).toBe('4927');
  expect(signerOf(backend.calls)).toEqual({ kind: 'known', scans: false });
});

it('lets whoever is remembered scan a code instead', async () => {
  const { text, click, see, backend } = await stage({ open: true, known: 'account' });
  await click('known-scans');
  expect(await text('sign-button')).toBe('Show the QR code');
  await click('sign-button');
  await see('qr');
  expect(await text('result-title')).toBe('Signed and valid');
  expect(signerOf(backend.calls)).toEqual({ kind: 'known', scans: true });
});

it('offers no choice where the profile leaves none', async () => {
  const { text, find, desk } = await stage({ open: true, known: 'account', asks: 'qr' });
  expect(await text('sign-button')).toBe('Show the QR code');
  expect(find('known-rings')).toBeNull();
  expect(desk.wishes.order(null).signer).toEqual({ kind: 'known', scans: true });
});

it('asks the SIM card of whoever is remembered by it', async () => {
  const { click, see, find } = await stage({ open: true, known: 'card', stay: 'code' });
  expect(find('known-scans')).toBeNull();
  await click('sign-button');
  await see('verification-code');
  expect((await see('signing')).textContent).toContain('SIM card');
});

it('remembers only who asked for it', async () => {
  const { type, click, text, see, desk, backend } = await stage({ open: true });
  expect(((await see('remember')) as HTMLInputElement).checked).toBe(false);
  await click('remember');
  await type('personal-code', '40504040001');
  await click('sign-button');
  expect(await text('result-title')).toBe('Signed and valid');
  expect(backend.calls.join()).toContain('"remember":true');
  await click('sign-another');
  expect(await text('known-name')).toBe('OK TEST');
  expect(desk.wishes.remember).toBe(false);
});

it('lets somebody else sign, and comes back', async () => {
  const { click, see, text } = await stage({ open: true, known: 'account' });
  await click('known-other');
  await see('personal-code');
  expect(await text('known-back')).toBe('Sign as MARI-LIIS MÄNNIK');
  await click('known-back');
  await see('known');
});

it('forgets at once', async () => {
  const { click, see, text, find, backend } = await stage({ open: true, known: 'account' });
  await click('known-forget');
  await see('personal-code');
  expect(find('known')).toBeNull();
  expect(await text('notice')).toContain('Nobody is remembered');
  expect(backend.calls).toContain('forget');
});

it('asks for a code when the remembered account is not found any more', async () => {
  const { click, see } = await stage({ open: true, known: 'account', fails: { code: 'not-found', at: 'certificate', hint: 'check-person' } });
  await click('sign-button');
  await click('remedy-button');
  await see('personal-code', (field) => field === document.activeElement);
});

it('offers what the profile has and nothing else', async () => {
  const tabs = (all: (testid: string) => HTMLElement[]) => ['code', 'qr', 'mobile', 'cloud'].filter((way) => all(`tab-${way}`).length > 0);
  const qr = await stage({ open: true, asks: 'qr' });
  expect(tabs(qr.all)).toEqual(['qr', 'mobile']);
});

it('shows no tabs where there is one way', async () => {
  const { find, see, text } = await stage({ open: true, asks: 'none', mobileId: false, cloud: 'browser' });
  await see('cloud-lead');
  expect(find('tab-cloud')).toBeNull();
  expect(await text('sign-button')).toBe('Sign in the browser');
});

it('says so where a profile has nobody to ask', async () => {
  const { text, find, press, backend } = await stage({ open: true, asks: 'none', mobileId: false });
  expect(await text('no-way')).toContain('names no service');
  expect(find('sign-button')).toBeNull();
  press('Enter', { ctrlKey: true });
  expect(backend.calls.some((call) => call.startsWith('sign'))).toBe(false);
});
