// A backend that pretends, for a plain browser and for tests. It signs nothing and judges nothing.
import type { Backend, Drop } from './backend';
import type { DocumentInfo } from './bindings/DocumentInfo';
import type { Exchange } from './bindings/Exchange';
import type { Ended } from './bindings/Ended';
import type { Failure } from './bindings/Failure';
import type { KnownInfo } from './bindings/KnownInfo';
import type { Offer } from './bindings/Offer';
import type { Order } from './bindings/Order';
import type { Pending } from './bindings/Pending';
import type { PersonCheck } from './bindings/PersonCheck';
import type { Progress } from './bindings/Progress';
import type { ReportForm } from './bindings/ReportForm';
import type { SecretAt } from './bindings/SecretAt';
import type { Signed } from './bindings/Signed';
import type { Spot } from './bindings/Spot';
import type { Stage } from './bindings/Stage';
import type { Startup } from './bindings/Startup';
import type { TextRun } from './bindings/TextRun';
import type { Verdict } from './bindings/Verdict';
import { a4, pictureOf, textOf } from './fake/pages';
import { checkPersonalCode, checkPhoneNumber } from './fake/personal-code';
import { pretendedQr } from './fake/qr';
import { usual, type Scenario } from './fake/scenario';
import { changedAfter, signatureOf, stampOf, verdictOf } from './fake/verdicts';
import { stagesOf } from './state/signing.svelte';

export { scenarioFromAddress } from './fake/scenario';

const folder = '/home/mari/Documents';
const proxyAddress = 'proxy.example.org:3128';
const signatureCounts: Partial<Record<Scenario['document'], number>> = { signed: 1, twice: 2, 'second-broken': 2, broken: 1, undetermined: 1, changed: 1 };

export class Fake implements Backend {
  readonly scenario: Scenario;
  /** What was asked of it, for tests. */
  readonly calls: string[] = [];
  title = '';

  #hearers = new Set<(progress: Progress) => void>();
  #droppers = new Set<(drop: Drop) => void>();
  #stop: ((failure: Failure) => void) | null = null;
  #pending: Pending[];
  #lastSigned: string | null = null;
  #known: KnownInfo | null;
  #told: ((answer: string) => void) | null = null;
  #secret: SecretAt;
  #login: SecretAt;
  /** The proxy was told who asks. */
  #through = false;

  constructor(scenario: Partial<Scenario> = {}) {
    this.scenario = { ...usual, ...scenario };
    this.#pending = this.scenario.pending ? [pendingOf('loan-agreement')] : [];
    const { known, secret, proxy } = this.scenario;
    this.#secret = secret === 'kept' || secret === 'given' ? secret : 'missing';
    this.#login = proxy === 'kept' || proxy === 'given' ? proxy : 'missing';
    this.#known = known && { name: 'MARI-LIIS MÄNNIK', code: known === 'card' ? 'PNOEE-•••••••0001' : 'PNOEE-•••••••0001-DEM0-Q', byCard: known === 'card' };
  }

  async startup(): Promise<Startup> {
    if (this.scenario.starting === 'never') await new Promise(() => undefined);
    if (this.scenario.starting === 'fails') throw failure('demo-failed', 'retry');
    const { asks, secret } = this.scenario;
    return {
      profile: {
        name: 'demo',
        test: this.scenario.test,
        country: 'EE',
        notifies: asks === 'either' || asks === 'notification',
        showsCodes: asks === 'either' || asks === 'qr',
        asksAddress: this.scenario.asksAddress,
        mobileId: this.scenario.mobileId,
        cloud: this.scenario.cloud ? 'csc.example.org' : null,
        secret: secret && (secret === 'optional' ? 'possible' : 'needed'),
        proxy: this.scenario.proxy && proxyAddress,
      },
      known: this.#known,
      opened: this.scenario.open ? `${folder}/loan-agreement.pdf` : null,
      pending: this.#pending,
      phoneUrl: this.scenario.test ? 'http://127.0.0.1:8080/phone' : null,
    };
  }

  async language(spoken: readonly string[]): Promise<string> {
    return this.scenario.language ?? spoken[0] ?? 'en';
  }

  async chooseLanguage(language: string): Promise<void> {
    this.calls.push(`language ${language}`);
  }

  async pick(): Promise<string | null> {
    this.calls.push('pick');
    return `${folder}/loan-agreement.pdf`;
  }

  async pickSeveral(): Promise<string[]> {
    this.calls.push('pick several');
    return [`${folder}/annex-1.pdf`, `${folder}/annex-2.pdf`];
  }

  async open(path: string, password?: string): Promise<DocumentInfo> {
    this.calls.push(`open ${path}`);
    const { opensWith, document, warnings, fields } = this.scenario;
    this.#unlock(password);
    if (opensWith && opensWith !== 'password-needed') throw failure(opensWith, 'choose-another-file', { path });
    const name = path.split('/').pop() ?? path;
    return {
      id: name,
      path,
      name,
      size: 84_312,
      pages: Array.from({ length: document === 'long' ? 120 : 3 }, () => a4),
      fields: fields ? [{ name: 'Borrower', label: null, spot: { page: 2, place: { x: 60, y: 640, width: 200, height: 60 } } }] : [],
      signatures: path === this.#lastSigned ? 1 : (signatureCounts[document] ?? 0),
      warnings,
    };
  }

  pageUrl(id: string, index: number, scale: number): string {
    const { document } = this.scenario;
    return id ? pictureOf(index, document === 'long' ? 120 : 3, scale, document === 'scan') : '';
  }

  async pageText(_id: string, index: number): Promise<TextRun[]> {
    return this.scenario.document === 'scan' ? [] : textOf(index);
  }

  async verify(id: string): Promise<Verdict> {
    await this.#pause(0.3);
    const { document, test, turnsAway } = this.scenario;
    this.calls.push(`verify ${id}`);
    const mari = 'MARI-LIIS MÄNNIK';
    if (turnsAway && !this.#through) {
      const verdict = verdictOf(id, test, [signatureOf(document === 'undetermined' ? 'indeterminate' : 'passed', mari)]);
      return { ...verdict, turnedAway: failure('proxy-login', 'settings', { host: 'ocsp.example.org', proxy: proxyAddress }) };
    }
    const outcome = document === 'broken' ? 'failed' : document === 'undetermined' && !turnsAway ? 'indeterminate' : 'passed';
    const signatures = [document === 'changed' ? changedAfter(signatureOf('indeterminate', mari)) : signatureOf(outcome, mari)];
    if (document === 'twice' || document === 'second-broken') {
      const second = signatureOf(document === 'twice' ? 'passed' : 'failed', 'OK TEST', 'b-b');
      signatures.push({ ...second, field: 'Signature2' });
    }
    const verdict = verdictOf(id, test, signatures);
    if (outcome !== 'indeterminate') return verdict;
    const missing = [{ piece: 'revocation' as const, subject: 'MARI-LIIS MÄNNIK', addresses: ['http://ocsp.example/'] }];
    return { ...verdict, asked: 'nobody', missing };
  }

  async saveReport(path: string, form: ReportForm): Promise<string | null> {
    this.calls.push(`report ${form} ${path}`);
    if (this.scenario.report === 'full') throw failure('disk-full', 'retry');
    const name = form === 'evidence' ? '.evidence.json' : `.report.${form}`;
    return this.scenario.report === 'not' ? null : path.replace(/\.pdf$/, name);
  }

  async saveVersion(path: string, field: string): Promise<string | null> {
    this.calls.push(`version ${field} ${path}`);
    if (this.scenario.report === 'full') throw failure('disk-full', 'retry');
    return this.scenario.report === 'not' ? null : path.replace(/\.pdf$/, '.as-signed.pdf');
  }

  async suggestOutput(id: string): Promise<string> {
    return `${folder}/${id.replace(/\.pdf$/, '')}-signed.pdf`;
  }

  async sealPlace(): Promise<Spot | null> {
    await this.#pause(0.2);
    return this.scenario.document === 'scan' ? null : { page: 3, place: { x: 340, y: 720, width: 200, height: 72 } };
  }

  async extend(id: string): Promise<Signed> {
    this.calls.push(`extend ${id}`);
    return this.#work(async () => {
      for (const stage of ['opening', 'revocation', 'validated', 'saved'] as const) await this.#stage(stage);
      const output = `${folder}/${id.replace(/\.pdf$/, '')}-extended.pdf`;
      const { test } = this.scenario;
      return { output, verdict: verdictOf(id, test, [signatureOf('passed', 'MARI-LIIS MÄNNIK', 'b-lta'), stampOf()]) };
    });
  }

  async sign(id: string, order: Order): Promise<Signed> {
    this.calls.push(`sign ${JSON.stringify(order)}`);
    return this.#work(async () => {
      const { signer } = order;
      const output = order.output ?? (await this.suggestOutput(id));
      if (signer.kind === 'cloud') {
        await this.#atService([]);
        return this.#finish(order.level, output);
      }
      const scans = signer.kind === 'known' && signer.scans;
      await this.#stage('opening');
      if (this.scenario.kept === 'used') {
        this.#say({ kind: 'keptUsed', key: pendingOf('loan-agreement').key, path: `${folder}/loan-agreement-draft.pdf` });
        return this.#finish(order.level, output);
      }
      if (this.scenario.kept === 'waits') this.#say({ kind: 'keptWaits', signer: 'MARI-LIIS MÄNNIK' });
      this.#say({ kind: 'stage', stage: 'certificate', state: 'begun' });
      if (signer.kind === 'qr') await this.#qr();
      if (signer.kind === 'person') await this.#ask({ kind: 'confirm' }, 'confirm', 1.5);
      this.#fail('certificate');
      this.#say({ kind: 'stage', stage: 'certificate', state: 'done' });
      await this.#stage('preparing');
      this.#say({ kind: 'stage', stage: 'approval', state: 'begun' });
      if (signer.kind === 'qr') await this.#ask({ kind: 'approve' }, 'approve', 2);
      else if (scans) await this.#qr();
      else await this.#ask({ kind: 'code', code: '4927', until: '', secondsLeft: 90 }, 'code', 4);
      this.#fail('approval');
      this.#say({ kind: 'stage', stage: 'approval', state: 'done' });
      const signed = await this.#finish(order.level, output);
      if (order.remember) this.#known = { name: 'OK TEST', code: 'PNOEE-•••••••0001', byCard: signer.kind === 'mobileId' };
      return signed;
    });
  }

  async signTogether(id: string, others: readonly string[], order: Order): Promise<Ended[]> {
    this.calls.push(`together ${others.length} ${JSON.stringify(order)}`);
    return this.#work(async () => {
      const paths = [`${folder}/${id}`, ...others];
      await this.#atService(paths);
      const ended: Ended[] = [];
      for (const document of paths) {
        this.#say({ kind: 'about', path: document });
        // The second annex is not what it says.
        if (document.endsWith('annex-2.pdf')) ended.push({ document, signed: null, failure: failure('not-a-pdf', 'choose-another-file') });
        else ended.push({ document, signed: await this.#finish(order.level, document.replace(/\.pdf$/, '-signed.pdf')), failure: null });
      }
      return ended;
    });
  }

  async answer(answer: string): Promise<void> {
    this.calls.push(`answer ${answer.length}`);
    this.#told?.(answer);
  }

  async choose(id: string): Promise<void> {
    this.calls.push(`choose ${id}`);
    this.#told?.(id);
  }

  async openPage(): Promise<void> {
    this.calls.push('page');
    if (this.scenario.noBrowser) throw failure('browser-missing', 'retry');
  }

  async forget(): Promise<void> {
    this.calls.push('forget');
    this.#known = null;
  }

  async secretAt(): Promise<SecretAt> {
    this.calls.push('secret');
    this.#keychain('secret');
    return this.#secret;
  }

  async keepSecret(secret: string): Promise<void> {
    this.calls.push(`keep secret ${secret.length}`);
    this.#keychain('secret');
    this.#secret = 'kept';
  }

  async forgetSecret(): Promise<boolean> {
    this.calls.push('forget secret');
    this.#secret = 'missing';
    return true;
  }

  async proxyLoginAt(): Promise<SecretAt> {
    this.calls.push('proxy');
    this.#keychain('proxy');
    return this.#login;
  }

  async keepProxyLogin(name: string, password: string): Promise<void> {
    this.calls.push(`keep login ${name} ${password.length}`);
    this.#keychain('proxy');
    this.#login = 'kept';
    this.#through = true;
  }

  async forgetProxyLogin(): Promise<void> {
    this.calls.push('forget login');
    this.#login = 'missing';
    this.#through = false;
  }

  async finishPending(key: string, password?: string): Promise<Signed> {
    this.calls.push(`finish ${key}`);
    this.#unlock(password);
    const { output } = this.#pending.find((one) => one.key === key) ?? pendingOf('loan-agreement');
    const signed = await this.#work(() => this.#finish('b-lt', output));
    this.#pending = this.#pending.filter((one) => one.key !== key);
    return signed;
  }

  async discardPending(key: string): Promise<void> {
    this.calls.push(`discard ${key}`);
    this.#pending = this.#pending.filter((one) => one.key !== key);
  }

  async cancel(): Promise<void> {
    this.calls.push('cancel');
    // The phone is not told.
    if (['code', 'confirm', 'approve'].includes(this.scenario.stay ?? '')) this.#say({ kind: 'leftOpen', minutes: 3, canBeAwaited: true });
    this.#stop?.(failure('cancelled', 'start-over'));
  }

  async networkLog(): Promise<Exchange[]> {
    this.calls.push('networkLog');
    if (!this.calls.some((call) => call.startsWith('sign '))) return [];
    const said = { at: '2026-11-23T12:00:03.250Z', sent: 612, received: 84, took: 140, answer: '200' };
    return [
      { ...said, method: 'POST', address: 'https://tsa.demo.example/tsa', content: 'application/timestamp-query', fields: [], sent: 90 },
      {
        ...said,
        method: 'POST',
        address: 'https://sid.demo.example/v3/signature/notification/document/PNOEE-•••••••0001-DEM0-Q',
        content: 'application/json',
        fields: [
          { name: 'signatureProtocolParameters.digest', value: 'FNZFFya5…' },
          { name: 'interactions.displayText200', value: 'Sign loan-agreement.pdf' },
          { name: 'nonce', value: '…' },
        ],
      },
    ];
  }

  /** The person approves on the phone what nobody waits for any more. */
  approvedLater(): void {
    this.#pending = [pendingOf('loan-agreement')];
    this.#say({ kind: 'settled' });
  }

  async checkPerson(country: string, code: string): Promise<PersonCheck> {
    return checkPersonalCode(country, code);
  }

  async checkPhone(country: string, number: string): Promise<PersonCheck> {
    return checkPhoneNumber(country, number);
  }

  async openFolder(path: string): Promise<void> {
    this.calls.push(`folder ${path}`);
  }

  async openPhone(): Promise<void> {
    this.calls.push('phone');
  }

  async setTitle(title: string): Promise<void> {
    this.title = title;
    document.title = title;
  }

  async onProgress(hear: (progress: Progress) => void): Promise<() => void> {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  async onDrop(hear: (drop: Drop) => void): Promise<() => void> {
    this.#droppers.add(hear);
    const over = (event: DragEvent) => {
      event.preventDefault();
      hear({ kind: 'over' });
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) hear({ kind: 'leave' });
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      hear({ kind: 'drop', paths: [`${folder}/${event.dataTransfer?.files[0]?.name ?? 'dropped.pdf'}`] });
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      this.#droppers.delete(hear);
    };
  }

  /** Drops files, for tests. */
  drop(...paths: string[]): void {
    for (const hear of this.#droppers) hear({ kind: 'drop', paths });
  }

  #keychain(of: 'secret' | 'proxy'): void {
    if (this.scenario[of] === 'no-keychain') throw failure('keychain-unavailable', 'settings', { detail: 'locked' });
  }

  /** A protected document opens with one word. */
  #unlock(password: string | undefined): void {
    if (this.scenario.opensWith !== 'password-needed' || password === 'sesame') return;
    throw failure(password === undefined ? 'password-needed' : 'wrong-password', 'choose-another-file');
  }

  /** Work that can be cancelled. */
  #work<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((done, fail) => {
      this.#stop = fail;
      work().then(done, fail);
    });
  }

  async #finish(level: Order['level'], output: string): Promise<Signed> {
    const stages = stagesOf(level);
    for (const stage of stages.slice(stages.indexOf('received'))) {
      await this.#stage(stage);
      if (this.scenario.stay === 'finish' && stage === 'embedded') {
        this.#say({ kind: 'stage', stage: 'timestamped', state: 'begun' });
        await new Promise(() => undefined);
      }
    }
    this.#lastSigned = output;
    const { result, test } = this.scenario;
    return { output, verdict: verdictOf(output.split('/').pop() ?? output, test, [signatureOf(result, 'OK TEST', level)]) };
  }

  async #stage(stage: Stage): Promise<void> {
    this.#say({ kind: 'stage', stage, state: 'begun' });
    await this.#pause(0.35);
    this.#fail(stage);
    this.#say({ kind: 'stage', stage, state: 'done' });
  }

  async #qr(): Promise<void> {
    for (let turn = 0; turn < 5 || this.scenario.stay === 'qr'; turn += 1) {
      this.#say({ kind: 'qr', svg: pretendedQr(turn) });
      await this.#pause(1);
    }
    await this.#ask({ kind: 'qrGone' }, 'qr-gone', 1);
  }

  /** Up to the leave to sign. */
  async #atService(paths: readonly string[]): Promise<void> {
    const { cloud, keys } = this.scenario;
    for (const path of paths) {
      this.#say({ kind: 'about', path });
      await this.#stage('opening');
    }
    if (paths.length === 0) await this.#stage('opening');
    this.#say({ kind: 'stage', stage: 'certificate', state: 'begun' });
    await this.#ask({ kind: 'browser', host: 'csc.example.org' }, 'browser', 2);
    this.#fail('certificate');
    if (keys > 1) await this.#until({ kind: 'offers', offers: offersOf(keys) });
    this.#say({ kind: 'stage', stage: 'certificate', state: 'done' });
    await this.#stage('preparing');
    this.#say({ kind: 'stage', stage: 'approval', state: 'begun' });
    if (cloud === 'elsewhere') await this.#ask({ kind: 'elsewhere', challenge: '24' }, 'elsewhere', 2);
    else if (cloud === 'question') {
      await this.#until({ kind: 'question', label: 'PIN', description: 'The PIN of your key', challenge: null });
      await this.#until({ kind: 'question', label: 'SMS code', description: 'Sent to your phone', challenge: null });
    } else await this.#ask({ kind: 'browser', host: 'csc.example.org' }, 'allow', 2);
    this.#fail('approval');
    this.#say({ kind: 'stage', stage: 'approval', state: 'done' });
  }

  /** Asks, until somebody answers. */
  async #until(progress: Progress): Promise<string> {
    const answered = new Promise<string>((tell) => (this.#told = tell));
    this.#say(progress);
    return answered;
  }

  async #ask(progress: Progress, here: Scenario['stay'], seconds: number): Promise<void> {
    this.#say(progress);
    if (this.scenario.stay === here) await new Promise(() => undefined);
    await this.#pause(seconds);
  }

  #fail(stage: Stage): void {
    const { fails } = this.scenario;
    if (fails?.at !== stage || this.#through) return;
    const kept = stagesOf('b-lt').indexOf(stage) > stagesOf('b-lt').indexOf('received');
    if (kept) this.#pending = [pendingOf('loan-agreement')];
    throw failure(fails.code, fails.hint, { profile: 'office', proxy: proxyAddress, ...fails.values });
  }

  #say(progress: Progress): void {
    for (const hear of this.#hearers) hear(progress);
  }

  #pause(seconds: number): Promise<void> {
    return new Promise((done) => setTimeout(done, seconds * this.scenario.second));
  }
}

function failure(code: string, hint: string, values: Record<string, string> = {}): Failure {
  return { code, hint, values };
}

function offersOf(count: number): Offer[] {
  const offer = (_: unknown, index: number): Offer => ({
    id: `RX033602${index + 1}`,
    name: 'RASA TEST',
    issuer: 'TEST of Qualified Signing CA 2026',
    notAfter: `20${28 + index}-05-04T12:00:00Z`,
  });
  return Array.from({ length: count }, offer);
}

function pendingOf(name: string): Pending {
  return {
    key: 'one',
    document: `${folder}/${name}.pdf`,
    output: `${folder}/${name}-signed.pdf`,
    signer: 'OK TEST',
    receivedAt: '2026-11-22T11:58:40Z',
  };
}
