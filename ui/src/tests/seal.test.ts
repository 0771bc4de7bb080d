import { expect, it } from 'vitest';
import type { Order } from '../bindings/Order';
import { SealWish } from '../state/seal.svelte';
import { pass, stage } from './stage';

const a4 = { width: 595, height: 842 };
const place = { x: 340, y: 720, width: 200, height: 72 };

/** The order that was sent. */
function ordered(calls: readonly string[]): Order {
  const call = calls.find((one) => one.startsWith('sign '));
  return JSON.parse(call?.slice(5) ?? 'null') as Order;
}

it('proposes a free place, and sends the box as it was put', async () => {
  const { see, all, click, type, press, backend, desk } = await stage({ open: true });
  await see('seal-page');
  expect(desk.placing?.shown?.page).toBe(3);
  desk.seal?.move(-40, 0);
  await type('personal-code', '40504040001');
  press('Enter', { ctrlKey: true });
  await see('result-title');
  expect(ordered(backend.calls).seal).toEqual({ kind: 'page', page: 3, place: { ...place, x: 300 } });
  expect(all('seal-box').length).toBe(0);
  await click('open-folder');
});

it('signs without a mark when nobody wants one', async () => {
  const { click, type, see, backend } = await stage({ open: true });
  await see('seal-page');
  await click('seal-none');
  await type('personal-code', '40504040001');
  await click('sign-button');
  await see('result-title');
  expect(ordered(backend.calls)).toMatchObject({ field: null, seal: null, certify: null, reason: null });
});

it('offers no seal of its own where there is no room', async () => {
  const { see, find, desk } = await stage({ open: true, document: 'scan' });
  await see('seal-none');
  await pass(10);
  expect(find('seal-page')).toBeNull();
  expect(desk.seal?.order()).toEqual({ field: null, seal: null });
});

it('proposes the field that waits, before any place of one\'s own', async () => {
  const { see, type, click, backend } = await stage({ open: true, fields: true });
  expect((await see('seal-field')) as HTMLInputElement).toHaveProperty('checked', true);
  expect((await see('seal-field')).parentElement?.textContent).toContain('In the field “Borrower”, page 2');
  await see('seal-page');
  await type('personal-code', '40504040001');
  await type('reason', 'Loan agreement');
  await click('sign-button');
  await see('result-title');
  expect(ordered(backend.calls)).toMatchObject({ field: 'Borrower', seal: { kind: 'field' }, reason: 'Loan agreement' });
});

it('keeps the box on its page and large enough to be read', () => {
  const seal = new SealWish([], [a4, { width: 300, height: 200 }]);
  seal.propose({ page: 1, place });
  seal.move(1000, -1000);
  expect(seal.spot?.place).toEqual({ ...place, x: 395, y: 0 });
  seal.resize(-1000, -1000);
  expect(seal.spot?.place).toMatchObject({ width: 60, height: 30 });
  seal.resize(1000, 1000);
  seal.toPage(2);
  expect(seal.spot).toEqual({ page: 2, place: { x: 0, y: 0, width: 300, height: 200 } });
  seal.toPage(3);
  expect(seal.spot?.page).toBe(2);
});
