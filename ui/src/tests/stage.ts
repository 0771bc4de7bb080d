// A window on a stage: the whole interface over a pretended backend, and how to find things in it. Time on the stage
// passes only while somebody waits for something, a millisecond at a time with a look after each: however busy the
// computer is, nothing that is there for a moment is missed, and nothing comes too late.
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import App from '../App.svelte';
import { Fake } from '../fake';
import type { Scenario } from '../fake/scenario';
import { Desk } from '../state/desk.svelte';

const patience = 2000;
let down: (() => void) | undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  down?.();
  down = undefined;
  vi.useRealTimers();
});

/** Lets time pass on the stage. */
export async function pass(milliseconds: number) {
  await vi.advanceTimersByTimeAsync(milliseconds);
  flushSync();
}

export async function stage(scenario: Partial<Scenario> = {}) {
  const backend = new Fake({ second: 4, ...scenario });
  const startup = await backend.startup();
  const desk = new Desk(backend, startup);
  const app = mount(App, { target: document.body, props: { desk } });
  down = () => {
    void unmount(app);
    document.body.innerHTML = '';
  };
  flushSync();
  await tick();
  if (startup.opened !== null) await desk.open(startup.opened);

  const find = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
  const all = (testid: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];
  async function see(testid: string, matches: (element: HTMLElement) => boolean = () => true): Promise<HTMLElement> {
    flushSync();
    for (let waited = 0; waited <= patience; waited += 1) {
      const element = all(testid).find(matches);
      if (element) return element;
      await pass(1);
    }
    throw new Error(`${testid} never came; there is: ${document.body.textContent?.slice(0, 800)}`);
  }
  return {
    backend,
    desk,
    find,
    all,
    see,
    text: async (testid: string) => (await see(testid)).textContent?.trim(),
    click: async (testid: string) => (await see(testid)).click(),
    async type(testid: string, value: string) {
      const input = (await see(testid)) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
    },
    press: (key: string, with_: KeyboardEventInit = {}) => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...with_ }));
      flushSync();
    },
  };
}
