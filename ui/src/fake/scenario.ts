// What the pretended backend shall pretend, as named in the address of the page: `?document=signed&open`.
import type { Stage } from '../bindings/Stage';

export interface Scenario {
  /** What the files are like that it opens. */
  document: 'contract' | 'signed' | 'twice' | 'second-broken' | 'broken' | 'undetermined' | 'changed' | 'long' | 'scan';
  /** A document is open from the start. */
  open: boolean;
  /** A signature field waits in it. */
  fields: boolean;
  /** Warnings about it. */
  warnings: string[];
  /** A signature that came back waits to be finished. */
  pending: boolean;
  /** What came back for the same bytes before is used, or waits beside what is wanted now. */
  kept: 'used' | 'waits' | null;
  /** Opening fails with this code. */
  opensWith: string | null;
  /** Signing fails with this code, when the stage begins. */
  fails: { code: string; at: Stage; hint: string; values?: Record<string, string> } | null;
  /** Signing goes no further than this. */
  stay: 'code' | 'qr' | 'qr-gone' | 'confirm' | 'approve' | 'browser' | 'allow' | 'elsewhere' | 'finish' | null;
  /** What the finished document is judged to be. */
  result: 'passed' | 'indeterminate' | 'failed';
  /** What comes of saving a report: it is there, the person changes their mind, or the disk is full. */
  report: 'saved' | 'not' | 'full';
  /** Starting goes wrong. */
  starting: 'never' | 'fails' | null;
  /** The profile has Mobile-ID. */
  mobileId: boolean;
  /** Smart-ID is asked from which address the phone answers. */
  asksAddress: boolean;
  /** How Smart-ID asks under the profile; `none` where it has none. */
  asks: 'either' | 'notification' | 'qr' | 'none';
  /** The profile has a signing service, which lets its key be used so. */
  cloud: 'browser' | 'question' | 'elsewhere' | null;
  /** Where the secret is by which that service knows this program; `needed` and `optional` are nowhere yet. */
  secret: 'needed' | 'optional' | 'kept' | 'given' | 'no-keychain' | null;
  /** Where the login for the proxy is that the profile names; `needed` is nowhere yet, `null` names none. */
  proxy: 'needed' | 'kept' | 'given' | 'no-keychain' | null;
  /** That proxy lets nothing through without one, when signatures are checked. */
  turnsAway: boolean;
  /** How many keys the person has there. */
  keys: number;
  /** Who is remembered on this computer. */
  known: 'account' | 'card' | null;
  /** No browser can be opened. */
  noBrowser: boolean;
  /** The language that was chosen earlier. */
  language: string | null;
  /** A test profile. */
  test: boolean;
  /** Milliseconds that one second takes. */
  second: number;
}

export const usual: Scenario = {
  document: 'contract',
  open: false,
  fields: false,
  warnings: [],
  pending: false,
  kept: null,
  opensWith: null,
  fails: null,
  stay: null,
  result: 'passed',
  report: 'saved',
  starting: null,
  mobileId: true,
  asksAddress: false,
  asks: 'either',
  cloud: null,
  secret: null,
  proxy: null,
  turnsAway: false,
  keys: 1,
  known: null,
  noBrowser: false,
  language: null,
  test: true,
  second: 1000,
};

export function scenarioFromAddress(search: string): Scenario {
  const given = new URLSearchParams(search);
  const text = <T extends string>(name: string) => given.get(name) as T | null;
  const code = given.get('fails');
  return {
    document: text<Scenario['document']>('document') ?? usual.document,
    open: given.has('open'),
    fields: given.has('fields'),
    warnings: given.get('warnings')?.split(',') ?? [],
    pending: given.has('pending'),
    kept: text<NonNullable<Scenario['kept']>>('kept'),
    opensWith: given.get('opens-with'),
    fails: code ? { code, at: text<Stage>('at') ?? 'approval', hint: given.get('hint') ?? 'retry' } : null,
    stay: text<NonNullable<Scenario['stay']>>('stay'),
    result: text<Scenario['result']>('result') ?? usual.result,
    report: text<Scenario['report']>('report') ?? usual.report,
    starting: text<NonNullable<Scenario['starting']>>('starting'),
    mobileId: !given.has('no-mobile-id'),
    asksAddress: given.has('asks-address'),
    asks: text<Scenario['asks']>('asks') ?? usual.asks,
    cloud: text<NonNullable<Scenario['cloud']>>('cloud'),
    secret: text<NonNullable<Scenario['secret']>>('secret'),
    proxy: text<NonNullable<Scenario['proxy']>>('proxy'),
    turnsAway: given.has('turns-away'),
    keys: Number(given.get('keys') ?? usual.keys),
    known: text<NonNullable<Scenario['known']>>('known'),
    noBrowser: given.has('no-browser'),
    language: given.get('language'),
    test: !given.has('real'),
    second: Number(given.get('second') ?? usual.second),
  };
}
