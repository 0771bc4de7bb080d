import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import { Fake } from '../fake';
import Entrance from '../views/Entrance.svelte';
import { pass } from './stage';

it('says so when the program cannot start, and starts when it can', async () => {
  const backend = new Fake({ starting: 'fails', open: true });
  const app = mount(Entrance, { target: document.body, props: { backend } });
  await pass(5);
  expect(document.querySelector('[data-testid=failure]')?.getAttribute('data-code')).toBe('demo-failed');
  backend.scenario.starting = null;
  document.querySelector<HTMLElement>('[data-testid=retry-button]')?.click();
  await pass(5);
  expect(document.querySelector('[data-testid=document-name]')?.textContent).toBe('loan-agreement.pdf');
  void unmount(app);
});
