import { expect, it } from 'vitest';
import { stage } from './stage';

async function ordered(scenario: Parameters<typeof stage>[0] = {}) {
  const window_ = await stage({ open: true, ...scenario });
  await window_.type('personal-code', '40504040001');
  await window_.click('sign-button');
  return window_;
}

it('signs by personal code and says so only at the end', async () => {
  const { text, see, backend, find } = await ordered();
  expect(await text('verification-code')).toBe('4927');
  expect(find('result-title')).toBeNull();
  expect(await text('result-title')).toBe('Signed and valid');
  expect(await text('output-path')).toBe('/home/mari/Documents/loan-agreement-signed.pdf');
  await see('result-test');
  const call = backend.calls.find((one) => one.startsWith('sign '))?.slice(5);
  expect(JSON.parse(call ?? 'null')).toMatchObject({
    signer: { kind: 'person', country: 'EE', code: '40504040001' },
    level: 'b-lt',
    output: null,
  });
});

it('says that what came before for the same bytes is used', async () => {
  const { see, text, find } = await ordered({ kept: 'used', stay: 'finish' });
  expect((await see('kept')).textContent).toContain('loan-agreement-draft.pdf');
  expect(await text('kept')).toContain('need not be approved again');
  expect(find('verification-code')).toBeNull();
});

it('offers to finish what came before where it could not be used just now', async () => {
  const fails = { code: 'timestamp-unavailable', at: 'timestamped', hint: 'finish-later' } as const;
  const { see, click, backend } = await ordered({ kept: 'used', pending: true, fails });
  await see('failure');
  await click('remedy-button');
  expect(backend.calls.some((call) => call.startsWith('finish '))).toBe(true);
});

it('says beside the code that another signature of the same bytes waits', async () => {
  const { see, text } = await ordered({ kept: 'waits', stay: 'code' });
  await see('verification-code');
  expect(await text('kept')).toContain('MARI-LIIS MÄNNIK');
});

it('reads the code out digit by digit', async () => {
  const { see } = await ordered({ stay: 'code' });
  expect((await see('verification-code')).getAttribute('aria-label')).toBe('4 9 2 7');
  const voices = [...document.querySelectorAll('[aria-live=assertive]')].map((voice) => voice.textContent);
  expect(voices.join()).toContain('4 9 2 7');
});

it('ticks the steps off', async () => {
  const { see } = await ordered({ stay: 'finish' });
  await see('step-embedded', (step) => step.dataset['state'] === 'done');
  await see('step-timestamped', (step) => step.dataset['state'] === 'begun');
  expect((await see('step-saved')).dataset['state']).toBe('waiting');
});

it('leaves out the steps that the level does not have', async () => {
  const { desk, see, find, click, type } = await stage({ open: true, stay: 'finish' });
  desk.wishes.level = 'b-b';
  await type('personal-code', '40504040001');
  await click('sign-button');
  await see('step-embedded');
  expect(find('step-timestamped')).toBeNull();
  expect(find('step-revocation')).toBeNull();
});

it('sends nothing while the personal code has a typing mistake', async () => {
  const { type, click, text, see, backend } = await stage({ open: true });
  await type('personal-code', '40504040002');
  await click('sign-button');
  await see('personal-code', (field) => field.getAttribute('aria-invalid') === 'true');
  expect(await text('personal-code-hint')).toContain('typing mistake');
  expect(document.activeElement?.id).toBe('personal-code');
  expect(backend.calls.some((call) => call.startsWith('sign'))).toBe(false);
});

it('does not speak of where the phone answers from, where nobody asks for it', async () => {
  const { see, find } = await stage({ open: true });
  await see('personal-code');
  expect(find('asks-address')).toBeNull();
});

it('says that it is asked from where the phone answers, where an app is asked', async () => {
  const { see, click, find } = await stage({ open: true, asksAddress: true });
  expect((await see('asks-address')).textContent).toContain('from which internet address your phone answers');
  await click('tab-mobile');
  await see('phone-number');
  expect(find('asks-address')).toBeNull();
  await click('tab-qr');
  await see('asks-address');
});

it('asks for a personal code when there is none', async () => {
  const { click, text, see } = await stage({ open: true });
  await click('sign-button');
  await see('personal-code', (field) => field.getAttribute('aria-invalid') === 'true');
  expect(await text('personal-code-hint')).toContain('Type your personal code');
});

it('signs by QR code, which needs no code of a person', async () => {
  const { click, see, text, backend } = await stage({ open: true });
  await click('tab-qr');
  await click('sign-button');
  await see('signing', (screen) => screen.dataset['screen'] === 'qr');
  await see('signing', (screen) => screen.dataset['screen'] === 'approve');
  expect(await text('result-title')).toBe('Signed and valid');
  expect(backend.calls.join()).toContain('{"kind":"qr"}');
});

it('cancels with Escape and returns to the form with everything in it', async () => {
  const { see, press, text, backend } = await ordered({ stay: 'code' });
  await see('verification-code');
  press('Escape');
  expect(await text('notice')).toMatch(/^Cancelled\. Nothing was signed\. .*refuse it there.* 3 min at most/);
  expect(((await see('personal-code')) as HTMLInputElement).value).toBe('40504040001');
  expect(backend.calls).toContain('cancel');
});

it('shows what came of a request that nobody waited for any more', async () => {
  const { see, find, press, backend } = await ordered({ stay: 'code' });
  await see('verification-code');
  press('Escape');
  await see('notice');
  expect(find('pending')).toBeNull();
  backend.approvedLater();
  await see('pending');
  expect(find('notice')).toBeNull();
});

it('shows what was sent, field by field', async () => {
  const { click, see, find, all, text } = await ordered();
  await see('result-title');
  await click('show-signed');
  await click('traffic');
  await see('traffic-row');
  expect(all('traffic-row')).toHaveLength(2);
  const rows = all('traffic-row').map((row) => row.textContent);
  expect(rows[0]).toContain('a request that has no fields');
  expect(rows[1]).toContain('PNOEE-•••••••0001');
  expect(rows[1]).toMatch(/signatureProtocolParameters\.digest\s*FNZFFya5…/);
  expect(await text('traffic-again')).toBe('Read again');
  expect(find('traffic-none')).toBeNull();
});

it('says so when nothing was sent yet', async () => {
  const { click, text } = await stage({ open: true });
  await click('traffic');
  expect(await text('traffic-none')).toContain('Nothing was said');
});

it('cannot be cancelled once the phone has approved', async () => {
  const { see, find, press, backend } = await ordered({ stay: 'finish' });
  await see('signing', (screen) => screen.dataset['screen'] === 'finish');
  expect(find('cancel-button')).toBeNull();
  press('Escape');
  expect(backend.calls).not.toContain('cancel');
});

it('says in three lines why nothing was signed, and tries again', async () => {
  const { text, click, backend } = await ordered({ fails: { code: 'timed-out', at: 'approval', hint: 'send-again' } });
  expect(await text('failure-title')).toContain('no answer in time');
  expect(await text('failure-cause')).toBeTruthy();
  expect(await text('failure-next')).toBeTruthy();
  expect(await text('retry-button')).toBe('Send again');
  await click('retry-button');
  await text('verification-code');
  expect(backend.calls.filter((call) => call.startsWith('sign')).length).toBe(2);
});

it('starts over after a wrong code: the form, not another request', async () => {
  const { click, see, backend } = await ordered({ fails: { code: 'wrong-code', at: 'approval', hint: 'start-over' } });
  await click('retry-button');
  await see('sign-button');
  expect(backend.calls.filter((call) => call.startsWith('sign')).length).toBe(1);
});

it('leads back to the personal code when no account was found', async () => {
  const { click, see } = await ordered({ fails: { code: 'not-found', at: 'certificate', hint: 'check-person' } });
  await click('remedy-button');
  await see('personal-code', (field) => field === document.activeElement);
});

it('finishes a signature that came back without asking for PIN2 again', async () => {
  const { text, click, backend, desk } = await ordered({
    fails: { code: 'timestamp-unavailable', at: 'timestamped', hint: 'finish-later' },
  });
  expect(await text('remedy-button')).toBe('Finish the signature');
  backend.scenario.fails = null;
  await click('remedy-button');
  expect(await text('result-title')).toBe('Signed and valid');
  expect(backend.calls).toContain('finish one');
  expect(desk.pending).toEqual([]);
});

it('keeps what came back for later', async () => {
  const { click, see } = await ordered({ fails: { code: 'timestamp-unavailable', at: 'timestamped', hint: 'finish-later' } });
  await click('close-failure');
  await see('pending-finish');
});

it('says it did not pass when our own check does not pass', async () => {
  const { text, find } = await ordered({ result: 'indeterminate' });
  expect(await text('result-title')).toBe('Signed; validity cannot be determined yet');
  expect(find('failure-title')).toBeNull();
});

it('has words for an outcome that nobody foresaw', async () => {
  const { text } = await ordered({ fails: { code: 'martian', at: 'approval', hint: 'pray' } });
  expect(await text('failure-title')).toBe('Something unexpected happened');
  expect(await text('retry-button')).toBe('Try again');
});

it('signs with Mobile-ID by phone number and personal code', async () => {
  const { type, click, text, see, backend } = await stage({ open: true, stay: 'code' });
  await click('tab-mobile');
  await type('personal-code', '60001019906');
  await type('phone-number', '+372 0000 0766');
  await click('sign-button');
  expect(await text('verification-code')).toBe('4927');
  const screen = await see('signing');
  expect(screen.textContent).toContain('SIM card');
  expect(screen.textContent).not.toContain('QR code');
  const call = backend.calls.find((one) => one.startsWith('sign '))?.slice(5);
  expect(JSON.parse(call ?? 'null').signer).toEqual({
    kind: 'mobileId',
    country: 'EE',
    code: '60001019906',
    phone: '+372 0000 0766',
  });
});

it('sends nothing while the phone number is none', async () => {
  const { type, click, text, see, backend } = await stage({ open: true });
  await click('tab-mobile');
  await type('personal-code', '60001019906');
  await click('sign-button');
  await see('phone-number', (field) => field.getAttribute('aria-invalid') === 'true');
  expect(await text('phone-number-hint')).toContain('Type your phone number');
  expect(document.activeElement?.id).toBe('phone-number');
  await type('phone-number', '123');
  await click('sign-button');
  await see('phone-number-hint', (hint) => hint.textContent?.includes('not a mobile number') ?? false);
  expect(backend.calls.some((call) => call.startsWith('sign'))).toBe(false);
});

it('offers Mobile-ID only in the countries that have it', async () => {
  const { click, see, desk } = await stage({ open: true });
  desk.wishes.country = 'LV';
  await click('tab-mobile');
  const country = await see('country');
  expect([...country.querySelectorAll('option')].map((option) => option.value)).toEqual(['EE', 'LT']);
  expect(desk.wishes.country).toBe('EE');
});

it('says nothing of Mobile-ID where the profile has none', async () => {
  const { find, see } = await stage({ open: true, mobileId: false });
  await see('tab-code');
  expect(find('tab-mobile')).toBeNull();
});
