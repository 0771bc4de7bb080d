import { expect, it } from 'vitest';
import { failureOf } from '../backend';
import { Reading } from '../state/reading.svelte';
import { remedy } from '../state/remedies';
import { pass, stage } from './stage';

it('opens a file by dialog, by drop, and by shortcut', async () => {
  const { click, see, backend, press } = await stage();
  await click('open-button');
  await see('document-name');
  backend.drop('/tmp/other.pdf');
  await see('document-name', (name) => name.textContent === 'other.pdf');
  press('o', { ctrlKey: true });
  await see('document-name', (name) => name.textContent === 'loan-agreement.pdf');
  expect(backend.title).toContain('loan-agreement.pdf');
});

it('does not let another file in while the phone is asked', async () => {
  const { type, click, see, backend } = await stage({ open: true, stay: 'code' });
  await type('personal-code', '40504040001');
  await click('sign-button');
  await see('verification-code');
  backend.drop('/tmp/other.pdf');
  expect(backend.calls.join()).not.toContain('/tmp/other.pdf');
});

it('says why a file was not opened', async () => {
  const { click, text, see } = await stage({ opensWith: 'not-a-pdf' });
  await click('open-button');
  expect(await text('failure-title')).toBe('This is not a PDF.');
  expect((await see('remedy-button')).dataset['action']).toBe('choose-another-file');
});

it('asks for the password of a protected document until it opens', async () => {
  const { click, type, text, see, find } = await stage({ opensWith: 'password-needed' });
  await click('open-button');
  await click('password-open');
  expect(await text('password-fault')).toBe('Type the password.');
  await type('document-password', 'guessed');
  await click('password-open');
  await see('password-fault', (fault) => fault.textContent?.includes('does not open it') ?? false);
  await type('document-password', 'sesame');
  await click('password-open');
  await see('document-name');
  expect(find('password')).toBeNull();
  expect(document.body.innerHTML).not.toContain('sesame');
});

it('finishes what was left in a protected document with its password', async () => {
  const { click, type, text } = await stage({ pending: true, opensWith: 'password-needed' });
  await click('pending-finish');
  await type('document-password', 'sesame');
  await click('password-open');
  expect(await text('result-title')).toBe('Signed and valid');
});

it('extends signatures without a phone, and names the archive time-stamp for what it is', async () => {
  const { click, text, see, all, find } = await stage({ open: true, document: 'signed' });
  await click('extend');
  expect(find('cancel-button')).toBeNull();
  expect(await text('result-title')).toBe('Extended and valid');
  expect((await see('result-signer')).textContent).toBe('MARI-LIIS MÄNNIK');
  expect(all('signature-row').map((row) => row.querySelector('strong')?.textContent)).toEqual(['MARI-LIIS MÄNNIK', 'Archive time-stamp']);
});

it('saves a report in the form that is asked for, and says where', async () => {
  const { click, see, backend } = await stage({ open: true, document: 'broken' });
  await see('verdict-overall');
  await click('save-report-xml');
  await see('save-report-said', (said) => said.textContent === 'Saved: loan-agreement.report.xml');
  expect(backend.calls.at(-1)).toBe('report xml /home/mari/Documents/loan-agreement.pdf');
});

it('saves the evidence with which the verdict can be computed again', async () => {
  const { click, see, backend } = await stage({ open: true, document: 'signed' });
  await see('verdict-overall');
  await click('save-report-evidence');
  await see('save-report-said', (said) => said.textContent === 'Saved: loan-agreement.evidence.json');
  expect(backend.calls.at(-1)).toBe('report evidence /home/mari/Documents/loan-agreement.pdf');
});

it('offers no version of a file that a signature covers as a whole', async () => {
  const { see, find } = await stage({ open: true, document: 'signed' });
  await see('verdict-overall');
  expect(find('save-version')).toBeNull();
});

it('saves the version that a signature covers where that is not the whole file', async () => {
  const { click, see, backend } = await stage({ open: true, document: 'changed' });
  await see('verdict-overall');
  await click('save-version');
  await see('save-version-said', (said) => said.textContent === 'Saved: loan-agreement.as-signed.pdf');
  expect(backend.calls.at(-1)).toBe('version Signature1 /home/mari/Documents/loan-agreement.pdf');
});

it('says why a version was not saved', async () => {
  const { click, see } = await stage({ open: true, document: 'changed', report: 'full' });
  await see('verdict-overall');
  await click('save-version');
  await see('save-version-said', (said) => said.textContent?.startsWith('The disk is full.') ?? false);
});

it('says nothing of a report when the person changed their mind', async () => {
  const { click, see, backend } = await stage({ open: true, document: 'signed', report: 'not' });
  await see('verdict-overall');
  await click('save-report-pdf');
  await see('save-report-pdf', (button) => !(button as HTMLButtonElement).disabled);
  expect(backend.calls.at(-1)).toContain('report pdf');
  expect((await see('save-report-said')).textContent).toBe('');
});

it('says why a report was not saved', async () => {
  const { click, see } = await stage({ open: true, document: 'signed', report: 'full' });
  await see('verdict-overall');
  await click('save-report-json');
  await see('save-report-said', (said) => said.textContent?.startsWith('The disk is full.') ?? false);
});

it('does not offer to extend what is broken', async () => {
  const { see, find } = await stage({ open: true, document: 'broken' });
  await see('verdict-overall');
  expect(find('extend')).toBeNull();
});

it('marks a test profile always, and a real one never', async () => {
  const demo = await stage();
  expect(await demo.text('test-banner')).toContain('Demo: test signatures only');
  await demo.click('open-phone');
  expect(demo.backend.calls).toContain('phone');
});

it('has no banner under a real profile', async () => {
  const { find } = await stage({ test: false });
  expect(find('test-banner')).toBeNull();
});

it('checks earlier signatures at once and lists them', async () => {
  const { see, all, find } = await stage({ open: true, document: 'twice' });
  expect((await see('verdict-overall')).textContent?.trim()).toBe('All 2 signatures are valid');
  expect(all('signature-row').length).toBe(2);
  expect(find('sign-button')).toBeNull();
});

it('shows of several signatures why one of them is not valid', async () => {
  const { see, all } = await stage({ open: true, document: 'second-broken' });
  expect((await see('verdict-overall')).dataset['indication']).toBe('total-failed');
  expect(all('signature-row').map((row) => row.hasAttribute('open'))).toEqual([false, true]);
});

it('never paints green what was not judged', async () => {
  const { see, all } = await stage({ open: true, document: 'signed' });
  await see('verdict-overall');
  const rows = all('check-row').filter((row) => row.dataset['answer'] === 'not-judged');
  expect(rows.length).toBe(2);
  for (const row of rows) {
    expect(row.textContent).toContain('Not judged');
    expect(row.querySelector('.passed')).toBeNull();
  }
  expect((await see('signature-row')).textContent).toContain('Not judged: whether this is a qualified electronic signature');
});

it('names what an answer rests on by its digest', async () => {
  const { see, all } = await stage({ open: true, document: 'signed' });
  await see('verdict-overall');
  const row = all('check-row').find((one) => one.dataset['question'] === 'signer-revocation');
  const used = [...(row?.querySelectorAll('[data-testid="evidence"]') ?? [])].map((one) => one.textContent?.trim());
  expect(used).toEqual([`Certificate, ${'c7'.repeat(32)}`, `OCSP answer, ${'5a'.repeat(32)}`]);
});

it('never paints red what cannot be determined, and says what to do', async () => {
  const { see } = await stage({ open: true, document: 'undetermined' });
  const row = await see('signature-row');
  expect(row.dataset['indication']).toBe('indeterminate');
  expect(row.querySelector('.failed')).toBeNull();
  expect(row.textContent).toContain('INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND');
  expect((await see('obstacle')).textContent).toContain('What to do now');
  await see('verify-again');
});

it('says first what was done to the document, whichever rows come before, and by what it was judged', async () => {
  const { see, all, text } = await stage({ open: true, document: 'changed' });
  const row = await see('signature-row');
  const told = all('obstacle').map((obstacle) => obstacle.querySelector('.what')?.textContent ?? '');
  // Of its certificate two rows are open as well, which come before.
  expect(told).toHaveLength(3);
  expect(row.textContent).toContain('INDETERMINATE / SIG_CONSTRAINTS_FAILURE');
  // The reason is the gravest of them, and not the standard's name for all that a policy can demand.
  expect(row.querySelector('[data-testid="reason"]')?.textContent).toBe(told[0]);
  expect(row.textContent).not.toContain('lacks something that the policy demands');
  expect(await text('verdict-at')).toContain('Pitser 0.1.0, policy everyday (1c70b72b578b)');
});

it('offers the form for one more signature', async () => {
  const { click, see } = await stage({ open: true, document: 'signed' });
  await click('add-signature');
  await see('sign-button');
});

it('offers to finish or discard what was left, and asks before discarding', async () => {
  const { click, find, backend, see } = await stage({ pending: true });
  await click('pending-discard');
  expect(backend.calls).toEqual([]);
  await click('pending-discard-yes');
  await see('open-button');
  await pass(5);
  expect(find('pending')).toBeNull();
  expect(backend.calls).toEqual(['discard one']);
});

it('finishes what was left', async () => {
  const { click, text } = await stage({ pending: true });
  await click('pending-finish');
  expect(await text('result-title')).toBe('Signed and valid');
});

it('zooms by shortcut and back to the width', async () => {
  const { desk, press } = await stage({ open: true });
  const fit = desk.reading?.factor ?? 0;
  press('+', { ctrlKey: true });
  expect(desk.reading?.factor).toBeGreaterThan(fit);
  press('0', { ctrlKey: true });
  expect(desk.reading?.factor).toBe(fit);
});

it('fits a page to its room, within reason', () => {
  const reading = new Reading([{ width: 595, height: 842 }]);
  reading.room = 5000;
  expect(reading.factor).toBe(1.35);
  reading.room = 397;
  expect(reading.factor).toBeCloseTo(0.5, 1);
  for (let turn = 0; turn < 40; turn += 1) reading.zoomIn();
  expect(reading.percent).toBe(400);
  for (let turn = 0; turn < 40; turn += 1) reading.zoomOut();
  expect(reading.percent).toBe(25);
});

it('makes a failure of whatever went wrong', () => {
  expect(failureOf('boom')).toEqual({ code: 'internal', values: { detail: 'boom' }, hint: 'retry' });
  expect(failureOf({ code: 'timed-out' })).toEqual({ code: 'timed-out', values: {}, hint: 'retry' });
});

it('never asks for PIN2 again for a signature that is kept', () => {
  expect(remedy({ code: 'x', values: {}, hint: 'retry' }, true)).toBe('finish');
  expect(remedy({ code: 'timestamp-unavailable', values: {}, hint: 'finish-later' }, false)).toBe('close');
});

it('says what is missing and where it may be had, and that nobody was asked for it', async () => {
  const { see, click, text, all } = await stage({ open: true, document: 'undetermined' });
  await click('missing');
  expect(await text('missing-row')).toBe('Whether the certificate of MARI-LIIS MÄNNIK was revoked http://ocsp.example/');
  expect(await see('obstacle', (obstacle) => obstacle.textContent?.includes('nobody was asked') ?? false)).toBeTruthy();
  expect(all('obstacle').some((obstacle) => obstacle.textContent?.includes('could be had'))).toBe(false);
});

it('never calls a damaged document merely unsigned', async () => {
  const { text, all } = await stage({ open: true, warnings: ['repaired', 'script'] });
  expect(await text('warning')).toContain('A signature may have been lost.');
  expect(all('warning').filter((one) => one.textContent?.includes('lost'))).toHaveLength(1);
});

it('says of a document that goes on behind its end that a signature may have been lost', async () => {
  const { text } = await stage({ open: true, warnings: ['trailing-content'] });
  expect(await text('warning')).toContain('A signature may have been lost.');
});
