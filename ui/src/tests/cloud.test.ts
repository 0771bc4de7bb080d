import { expect, it } from 'vitest';
import { stage } from './stage';

async function atService(scenario: Parameters<typeof stage>[0] = {}) {
  const window_ = await stage({ open: true, cloud: 'browser', ...scenario });
  await window_.click('tab-cloud');
  return window_;
}

it('signs at the service of the profile, by way of the browser', async () => {
  const { click, see, text, backend } = await atService();
  expect(await text('cloud-lead')).toContain('csc.example.org');
  expect(await text('sign-button')).toBe('Sign in the browser');
  await click('sign-button');
  const login = await see('signing', (screen) => screen.dataset['screen'] === 'login');
  expect(login.textContent).toContain('csc.example.org');
  expect(login.textContent).not.toContain('PIN2');
  expect(login.textContent).not.toContain('phone');
  await see('signing', (screen) => screen.dataset['screen'] === 'allow');
  expect(await text('result-title')).toBe('Signed and valid');
  const call = backend.calls.find((one) => one.startsWith('sign '))?.slice(5);
  expect(JSON.parse(call ?? 'null')).toMatchObject({ signer: { kind: 'cloud' }, remember: false });
});

it('opens the page again, and says when nothing opens it', async () => {
  const { click, see, text, backend } = await atService({ stay: 'browser', noBrowser: true });
  await click('sign-button');
  await click('open-page');
  expect(backend.calls).toContain('page');
  await see('open-page-trouble', (said) => said.textContent?.includes('Install a browser') ?? false);
  expect(await text('cancel-button')).toBe('Cancel');
});

it('lets the person choose one of several keys', async () => {
  const { click, see, all, text, backend } = await atService({ keys: 3 });
  await click('sign-button');
  await see('signing', (screen) => screen.dataset['screen'] === 'choose');
  const offers = all('offer') as HTMLInputElement[];
  expect(offers.map((offer) => offer.checked)).toEqual([true, false, false]);
  expect(offers[1]?.closest('label')?.textContent).toContain('4 May 2029');
  offers[1]?.click();
  await click('offer-take');
  expect(await text('result-title')).toBe('Signed and valid');
  expect(backend.calls).toContain('choose RX0336022');
});

it('asks for what the key wants, one after the other, and keeps none of it', async () => {
  const { click, see, type, text, backend } = await atService({ cloud: 'question' });
  await click('sign-button');
  const pin = (await see('service-answer')) as HTMLInputElement;
  expect(document.activeElement).toBe(pin);
  expect(document.querySelector('label[for=service-answer]')?.textContent).toBe('PIN');
  await click('service-send');
  expect(pin.getAttribute('aria-invalid')).toBe('true');
  expect(backend.calls.some((call) => call.startsWith('answer'))).toBe(false);
  await type('service-answer', '13572468');
  await click('service-send');
  await see('service-explains', (said) => said.textContent === 'Sent to your phone');
  expect(((await see('service-answer')) as HTMLInputElement).value).toBe('');
  await type('service-answer', '901234');
  await click('service-send');
  expect(await text('result-title')).toBe('Signed and valid');
  expect(backend.calls.filter((call) => call.startsWith('answer'))).toEqual(['answer 8', 'answer 6']);
  expect(document.body.innerHTML).not.toContain('13572468');
});

it('shows what to compare on another device', async () => {
  const { click, see, text, press } = await atService({ cloud: 'elsewhere', stay: 'elsewhere' });
  await click('sign-button');
  await see('signing', (screen) => screen.dataset['screen'] === 'elsewhere');
  expect(await text('challenge')).toBe('24');
  press('Escape');
  expect(await text('notice')).toBe('Cancelled. Nothing was signed.');
});

it('says by name how it ended at the service', async () => {
  const { click, text } = await atService({ fails: { code: 'csc-denied', at: 'approval', hint: 'send-again' } });
  await click('sign-button');
  expect(await text('failure-title')).toContain('refused on the page');
  expect(await text('retry-button')).toBe('Send again');
});

it('signs several documents under one permission, and each ends by itself', async () => {
  const { click, see, all, text, desk, backend } = await atService();
  await click('along-add');
  await see('along-row');
  await click('along-add');
  expect(all('along-row').length).toBe(2);
  expect(await text('sign-button')).toBe('Sign 3 documents');
  await click('sign-button');
  const login = await see('signing', (screen) => screen.dataset['screen'] === 'login');
  expect(login.textContent).toContain('and 2 more');
  await see('saved-count', (said) => said.textContent === '1 of 3 saved');
  expect(await text('together-title')).toBe('2 of 3 signed and valid');
  expect(all('together-row').map((row) => row.dataset['code'])).toEqual([undefined, undefined, 'not-a-pdf']);
  expect(all('together-row')[2]?.textContent).toContain('This is not a PDF.');
  expect(desk.wishes.others).toEqual([]);
  await click('together-show');
  await see('document-name', (name) => name.textContent === 'loan-agreement-signed.pdf');
  expect(backend.calls.filter((call) => call.startsWith('together 2')).length).toBe(1);
});

it('says how many were saved when it is cancelled after the first ones', async () => {
  const { click, see, text, desk, press } = await atService({ stay: 'allow' });
  await click('along-add');
  await see('along-row');
  await click('sign-button');
  await see('signing', (screen) => screen.dataset['screen'] === 'allow');
  // One permission did not cover all of them.
  if (desk.screen.name === 'signing') desk.screen.signing.saved = 2;
  press('Escape');
  expect(await text('notice')).toBe('Cancelled. 2 documents had been signed and saved before.');
  expect(desk.wishes.others.length).toBe(2);
});

it('leaves one out again, and keeps the keyboard in its place', async () => {
  const { click, see, all } = await atService();
  await click('along-add');
  await see('along-row');
  await click('along-remove');
  expect(all('along-row').length).toBe(1);
  expect((document.activeElement as HTMLElement).dataset['testid']).toBe('along-add');
});

it('takes several files that are dropped together', async () => {
  const { see, all, desk, backend } = await stage({ open: true, cloud: 'browser' });
  backend.drop('/tmp/a.pdf', '/tmp/b.pdf', '/tmp/c.pdf', '/tmp/a.pdf');
  await see('along-row');
  expect([desk.document?.path, all('along-row').length]).toEqual(['/tmp/a.pdf', 2]);
});

it('opens the first of several where nothing signs them together', async () => {
  const { see, desk, backend } = await stage({ open: true });
  backend.drop('/tmp/a.pdf', '/tmp/b.pdf');
  await see('document-name', (name) => name.textContent === 'a.pdf');
  expect(desk.wishes.others).toEqual([]);
});
