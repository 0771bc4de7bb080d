// The only file that speaks to the program around the window. In a plain browser a pretended one takes its place.
import { convertFileSrc, invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { DocumentInfo } from './bindings/DocumentInfo';
import type { Ended } from './bindings/Ended';
import type { Exchange } from './bindings/Exchange';
import type { Failure } from './bindings/Failure';
import type { Order } from './bindings/Order';
import type { PersonCheck } from './bindings/PersonCheck';
import type { Progress } from './bindings/Progress';
import type { ReportForm } from './bindings/ReportForm';
import type { SecretAt } from './bindings/SecretAt';
import type { Signed } from './bindings/Signed';
import type { Spot } from './bindings/Spot';
import type { Startup } from './bindings/Startup';
import type { TextRun } from './bindings/TextRun';
import type { Verdict } from './bindings/Verdict';

/** A file held over the window, taken away again, or let go. */
export type Drop = { kind: 'over' } | { kind: 'leave' } | { kind: 'drop'; paths: string[] };

type Stop = () => void;

/** What the window can ask for. Every promise that fails, fails with a `Failure`. */
export interface Backend {
  /** The language to speak, as a tag; `spoken` are those of the system, the first one first. */
  language(spoken: readonly string[]): Promise<string>;
  /** Speaks another language from now on, and remembers it. */
  chooseLanguage(language: string): Promise<void>;
  startup(): Promise<Startup>;
  pick(): Promise<string | null>;
  /** Lets the person pick several files; none when they changed their mind. */
  pickSeveral(): Promise<string[]>;
  open(path: string, password?: string): Promise<DocumentInfo>;
  /** Where the picture of a page is; `scale` is pixels for each PDF point. */
  pageUrl(id: string, index: number, scale: number): string;
  pageText(id: string, index: number): Promise<TextRun[]>;
  verify(id: string): Promise<Verdict>;
  /** Asks where, and saves the report on a file, or the evidence; the place, or `null` when the person changed their mind. */
  saveReport(path: string, form: ReportForm, password?: string): Promise<string | null>;
  /** Asks where, and saves what the signature in a field covers, byte for byte; the place, or `null` likewise. */
  saveVersion(path: string, field: string, password?: string): Promise<string | null>;
  suggestOutput(id: string): Promise<string>;
  /** A free place for a seal; `null` where there is none or none may be added. */
  sealPlace(id: string): Promise<Spot | null>;
  sign(id: string, order: Order): Promise<Signed>;
  /** Signs an open document and the files beside it under one permission of a signing service. */
  signTogether(id: string, others: readonly string[], order: Order): Promise<Ended[]>;
  /** Answers what a signing service asks. */
  answer(answer: string): Promise<void>;
  /** Chooses one of the keys that were offered. */
  choose(id: string): Promise<void>;
  /** Opens the page once more that the browser was sent to. */
  openPage(): Promise<void>;
  /** Forgets who is remembered on this computer. */
  forget(): Promise<void>;
  /** Where the secret is by which the signing service knows this program. The keychain may have to be unlocked first. */
  secretAt(): Promise<SecretAt>;
  /** Keeps that secret in the keychain of this computer. */
  keepSecret(secret: string): Promise<void>;
  /** Forgets it, and the login that was had with it; whether the service was told, where there was one. */
  forgetSecret(): Promise<boolean>;
  /** Where the login for the proxy is that the profile names. The keychain may have to be unlocked first. */
  proxyLoginAt(): Promise<SecretAt>;
  /** Keeps a login for it in the keychain of this computer. */
  keepProxyLogin(name: string, password: string): Promise<void>;
  /** Forgets it. */
  forgetProxyLogin(): Promise<void>;
  /** Extends the signatures to B-LTA, in a new file. */
  extend(id: string): Promise<Signed>;
  cancel(): Promise<void>;
  finishPending(key: string, password?: string): Promise<Signed>;
  discardPending(key: string): Promise<void>;
  checkPerson(country: string, code: string): Promise<PersonCheck>;
  checkPhone(country: string, number: string): Promise<PersonCheck>;
  /** What was said to services, the newest first: without secrets. */
  networkLog(): Promise<Exchange[]>;
  openFolder(path: string): Promise<void>;
  openPhone(): Promise<void>;
  setTitle(title: string): Promise<void>;
  onProgress(hear: (progress: Progress) => void): Promise<Stop>;
  onDrop(hear: (drop: Drop) => void): Promise<Stop>;
}

/** The program around the window, or in a plain browser the pretended one. */
export async function connect(): Promise<Backend> {
  if (__FAKE__) {
    if (!isTauri()) {
      const { Fake, scenarioFromAddress } = await import('./fake');
      return new Fake(scenarioFromAddress(location.search));
    }
  }
  return desktop;
}

const desktop: Backend = {
  language: (spoken) => invoke('language', { spoken }),
  chooseLanguage: (language) => invoke('chooseLanguage', { language }),
  startup: () => invoke('startup'),
  pick: () => invoke('pick'),
  pickSeveral: () => invoke('pickSeveral'),
  open: (path, password) => invoke('open', { path, password }),
  pageUrl: (id, index, scale) => `${convertFileSrc('', 'pitser')}page/${encodeURIComponent(id)}/${index}?scale=${scale}`,
  pageText: (id, index) => invoke('pageText', { id, index }),
  verify: (id) => invoke('verify', { id }),
  saveReport: (path, form, password) => invoke('saveReport', { path, form, password }),
  saveVersion: (path, field, password) => invoke('saveVersion', { path, field, password }),
  suggestOutput: (id) => invoke('suggestOutput', { id }),
  sealPlace: (id) => invoke('sealPlace', { id }),
  sign: (id, order) => invoke('sign', { id, order }),
  signTogether: (id, others, order) => invoke('signTogether', { id, others, order }),
  answer: (answer) => invoke('answer', { answer }),
  choose: (id) => invoke('choose', { id }),
  openPage: () => invoke('openPage'),
  forget: () => invoke('forget'),
  secretAt: () => invoke('secretAt'),
  keepSecret: (secret) => invoke('keepSecret', { secret }),
  forgetSecret: () => invoke('forgetSecret'),
  proxyLoginAt: () => invoke('proxyLoginAt'),
  keepProxyLogin: (name, password) => invoke('keepProxyLogin', { name, password }),
  forgetProxyLogin: () => invoke('forgetProxyLogin'),
  extend: (id) => invoke('extend', { id }),
  cancel: () => invoke('cancel'),
  finishPending: (key, password) => invoke('finishPending', { key, password }),
  discardPending: (key) => invoke('discardPending', { key }),
  checkPerson: (country, code) => invoke('checkPerson', { country, code }),
  checkPhone: (country, number) => invoke('checkPhone', { country, number }),
  networkLog: () => invoke('networkLog'),
  openFolder: (path) => invoke('openFolder', { path }),
  openPhone: () => invoke('openPhone'),
  setTitle: (title) => getCurrentWindow().setTitle(title),
  onProgress: (hear) => listen<Progress>('progress', (event) => hear(event.payload)),
  onDrop: (hear) =>
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === 'drop') hear({ kind: 'drop', paths: payload.paths });
      else hear({ kind: payload.type === 'leave' ? 'leave' : 'over' });
    }),
};

/** What a promise failed with, as a `Failure` whatever it was. */
export function failureOf(reason: unknown): Failure {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string') {
    const given = reason as Partial<Failure> & { code: string };
    return { code: given.code, values: given.values ?? {}, hint: given.hint ?? 'retry' };
  }
  return { code: 'internal', values: { detail: String(reason) }, hint: 'retry' };
}
