// The step that helps after a failure: the hint on the wire becomes something that a button here can do.
import type { Failure } from '../bindings/Failure';
import type { families } from '../codes';

export type Action = (typeof families)['action'][number];

const actions: Record<string, Action> = {
  'ask-issuer': 'close',
  'ask-operator': 'close',
  'ask-service': 'close',
  'check-person': 'check-person',
  'choose-another-file': 'choose-another-file',
  'choose-another-output': 'choose-another-output',
  'finish-later': 'finish',
  'free-space': 'retry',
  'open-again': 'open-again',
  'open-app': 'retry',
  report: 'start-over',
  retry: 'retry',
  'retry-later': 'retry',
  'send-again': 'send-again',
  'set-clock': 'retry',
  settings: 'close',
  'sign-fewer': 'close',
  'start-over': 'start-over',
  stop: 'close',
  'update-app': 'retry',
  'update-program': 'close',
};

/** Whether it was for want of a login for the proxy that the profile names: of another service that was asked, as the reason why, or behind its address. */
export function isAskedByProxy({ code, values }: Failure, proxy: string | null): proxy is string {
  if (proxy === null) return false;
  const behind = values['detail'] ?? '';
  const wants = ['proxy-login', 'proxy-login-refused'];
  if (wants.includes(code) || wants.includes(values['why'] ?? '')) return values['proxy'] === proxy;
  return wants.some((want) => behind.includes(`${want} (`)) && behind.includes(`, ${proxy})`);
}

/** What the button under a failure does. A signature that came back is finished before anything else. */
export function remedy(failure: Failure, kept: boolean): Action {
  if (kept) return 'finish';
  const action = actions[failure.hint] ?? 'retry';
  return action === 'finish' ? 'close' : action;
}
