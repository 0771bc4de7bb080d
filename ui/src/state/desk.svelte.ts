// What lies on the desk: the document, its signatures, and what is being done with it.
import { tick } from 'svelte';
import { failureOf, type Backend } from '../backend';
import type { DocumentInfo } from '../bindings/DocumentInfo';
import type { Ended } from '../bindings/Ended';
import type { Failure } from '../bindings/Failure';
import type { KnownInfo } from '../bindings/KnownInfo';
import type { Pending } from '../bindings/Pending';
import type { ReportForm } from '../bindings/ReportForm';
import type { Signed } from '../bindings/Signed';
import type { Startup } from '../bindings/Startup';
import type { Verdict } from '../bindings/Verdict';
import { failureLines, fileName, t } from '../words';
import { announcer } from './announcer.svelte';
import { askable, waysOf, Wishes } from './person.svelte';
import { Reading } from './reading.svelte';
import { isAskedByProxy, remedy, type Action } from './remedies';
import { SealWish } from './seal.svelte';
import { clientSecret, proxyLogin } from './secret.svelte';
import { Signing, type By } from './signing.svelte';

/** What the side panel shows. */
export type Screen =
  | { name: 'overview' }
  | { name: 'signing'; signing: Signing }
  | { name: 'result'; signed: Signed; extended: boolean }
  | { name: 'together'; ended: Ended[] }
  | { name: 'password'; file: string; wrong: boolean; give: (password: string) => Promise<void> }
  | { name: 'failed'; failure: Failure; action: Action; again: () => Promise<void>; key: string | null };

/** Where the keyboard goes when a form comes back after a failure. */
export type Field = 'personal-code' | 'output';

export class Desk {
  document = $state<DocumentInfo | null>(null);
  reading = $state<Reading | null>(null);
  verdict = $state<Verdict | null>(null);
  checking = $state(false);
  screen = $state<Screen>({ name: 'overview' });
  /** The name of the file being opened. */
  opening = $state<string | null>(null);
  pending = $state<Pending[]>([]);
  /** A file is held over the window. */
  held = $state(false);
  /** The form is asked for although the document is signed already. */
  adding = $state(false);
  notice = $state<string | null>(null);
  wanted = $state<Field | null>(null);
  readonly wishes = new Wishes();
  /** The secret by which the signing service knows this program. */
  readonly secret: ReturnType<typeof clientSecret>;
  /** The login for the proxy that the profile names. */
  readonly proxy: ReturnType<typeof proxyLogin>;
  /** Who is remembered on this computer, and can be asked. */
  known = $state<KnownInfo | null>(null);
  /** Where the seal of the next signature stands. */
  seal = $state<SealWish | null>(null);

  /** What the document was opened with: the signed one opens with it too. */
  #password: string | undefined;

  #opened = 0;
  /** What was said of a request that nobody waits for any more. */
  #stillOpen = '';

  constructor(
    readonly backend: Backend,
    readonly startup: Startup,
  ) {
    this.secret = clientSecret(backend);
    this.proxy = proxyLogin(backend);
    this.pending = startup.pending;
    if (startup.profile.country) this.wishes.country = startup.profile.country.toUpperCase();
    this.#know(startup.known);
  }

  /** The ways to sign for somebody who is not remembered. */
  get ways() {
    return waysOf(this.startup.profile);
  }

  /** Whether the phone is being asked: nothing else may begin then. */
  get busy(): boolean {
    return this.screen.name === 'signing' || this.opening !== null;
  }

  /** The seal while it can be placed: as long as the form is on the screen. */
  get placing(): SealWish | null {
    const form = this.screen.name === 'overview' && (this.document?.signatures === 0 || this.adding);
    return form ? this.seal : null;
  }

  /** The proxy for want of whose login something failed or could not be fetched: it is asked for on the screen. */
  get proxyAsks(): string | null {
    const { proxy } = this.startup.profile;
    const { screen } = this;
    const failure = screen.name === 'failed' ? screen.failure : screen.name === 'overview' ? this.verdict?.turnedAway : null;
    return failure && isAskedByProxy(failure, proxy) ? proxy : null;
  }

  /** That login can be typed there. */
  get proxyHelps(): boolean {
    return this.proxyAsks !== null && this.proxy.at !== 'given' && this.proxy.failure === null;
  }

  /** Listens to the program; returns how to stop. */
  async listen(): Promise<() => void> {
    const stops = await Promise.all([
      this.backend.onProgress((progress) => {
        if (progress.kind === 'settled') void this.#settled();
        else if (this.screen.name === 'signing') this.screen.signing.hear(progress);
      }),
      this.backend.onDrop((drop) => {
        this.held = drop.kind === 'over' && !this.busy;
        if (drop.kind === 'drop') void this.#dropped(drop.paths);
      }),
    ]);
    return () => stops.forEach((stop) => stop());
  }

  async pick(): Promise<void> {
    if (this.busy) return;
    try {
      const path = await this.backend.pick();
      if (path !== null) await this.open(path);
    } catch (reason) {
      this.#fail(failureOf(reason), () => this.pick());
    }
  }

  async open(path: string, password?: string): Promise<void> {
    if (this.busy) return;
    this.opening = fileName(path);
    this.notice = null;
    try {
      this.#lay(await this.backend.open(path, password));
      this.#password = password;
      this.screen = { name: 'overview' };
    } catch (reason) {
      const failure = failureOf(reason);
      if (!this.#locked(failure, path, (given) => this.open(path, given))) this.#fail(failure, () => this.open(path));
    } finally {
      this.opening = null;
    }
  }

  /** Validates the signatures of the document that lies here. */
  async verify(): Promise<void> {
    const document = this.document;
    if (!document) return;
    const turn = this.#opened;
    this.checking = true;
    try {
      const verdict = await this.backend.verify(document.id);
      if (turn === this.#opened) this.verdict = verdict;
    } catch (reason) {
      if (turn === this.#opened) this.#fail(failureOf(reason), () => this.#back(() => this.verify()));
    } finally {
      if (turn === this.#opened) this.checking = false;
    }
  }

  async sign(): Promise<void> {
    const { document, wishes } = this;
    if (!document || this.busy) return;
    const order = wishes.order(this.seal);
    if (document.signatures > 0) order.certify = null;
    const { others } = wishes;
    if (order.signer.kind === 'cloud' && others.length > 0) {
      const signing = new Signing(order.level, 'sign', 'cloud', others.length + 1);
      return this.#runTogether(signing, () => this.backend.signTogether(document.id, others, order));
    }
    const byCard = order.signer.kind === 'mobileId' || (order.signer.kind === 'known' && this.known?.byCard === true);
    const by: By = order.signer.kind === 'cloud' ? 'cloud' : byCard ? 'card' : 'app';
    await this.#run(new Signing(order.level, 'sign', by), () => this.backend.sign(document.id, order), () => this.sign());
  }

  /** Lets the person pick documents that are signed along. */
  async pickAlong(): Promise<void> {
    try {
      const paths = await this.backend.pickSeveral();
      this.wishes.along(paths, this.document?.path ?? '');
    } catch (reason) {
      this.#fail(failureOf(reason), () => this.#back(() => this.pickAlong()));
    }
  }

  /** Answers what the service asks. */
  async answer(answer: string): Promise<void> {
    if (this.screen.name !== 'signing') return;
    this.screen.signing.answered();
    await this.backend.answer(answer);
  }

  /** Chooses a key of those that are offered. */
  async choose(id: string): Promise<void> {
    if (this.screen.name !== 'signing') return;
    this.screen.signing.answered();
    await this.backend.choose(id);
  }

  /** Opens the page of the service once more; why it could not be, or `null`. */
  async openPage(): Promise<string | null> {
    try {
      await this.backend.openPage();
      return null;
    } catch (reason) {
      return failureLines(failureOf(reason).code)?.next ?? t('unknown-failure');
    }
  }

  /** Forgets who is remembered. */
  async forget(): Promise<void> {
    try {
      await this.backend.forget();
      this.#know(null);
      this.notice = t('known-forgotten');
      announcer.say(this.notice);
    } catch (reason) {
      this.#fail(failureOf(reason), () => this.#back(() => this.forget()));
    }
  }

  /** Extends the signatures of the document that lies here. */
  async extend(): Promise<void> {
    const { document } = this;
    if (!document || this.busy) return;
    const signing = new Signing('b-lta', 'extend');
    await this.#run(signing, () => this.backend.extend(document.id), () => this.extend());
  }

  async finish(pending: Pending, password?: string): Promise<void> {
    if (this.busy) return;
    const signing = new Signing('b-lt', 'finish');
    const work = () => this.backend.finishPending(pending.key, password);
    await this.#run(signing, work, (given) => this.finish(pending, given), pending);
  }

  async discard(pending: Pending): Promise<void> {
    try {
      await this.backend.discardPending(pending.key);
      this.pending = this.pending.filter((other) => other.key !== pending.key);
    } catch (reason) {
      this.#fail(failureOf(reason), () => this.discard(pending));
    }
  }

  async cancel(): Promise<void> {
    if (this.screen.name !== 'signing' || this.screen.signing.approved) return;
    this.screen.signing.cancelling = true;
    await this.backend.cancel().catch(() => undefined);
  }

  /** Does again what failed, or finishes what came back. */
  goOn(): Promise<void> {
    return this.act(this.screen.name === 'failed' && this.screen.action === 'finish' ? 'finish' : 'retry');
  }

  /** Does what the button under a failure says. */
  async act(action: Action): Promise<void> {
    const failed = this.screen;
    if (failed.name !== 'failed') return;
    switch (action) {
      case 'retry':
      case 'send-again':
        return failed.again();
      case 'choose-another-file':
        return this.pick();
      case 'open-again':
        this.screen = { name: 'overview' };
        return this.document ? this.open(this.document.path) : failed.again();
      case 'finish': {
        const pending = this.pending.find((one) => one.key === failed.key);
        return pending ? this.finish(pending) : failed.again();
      }
      case 'check-person':
        return this.#return('personal-code');
      case 'choose-another-output':
        return this.#return('output');
      case 'start-over':
      case 'finish-later':
      case 'close':
        return this.#return(null);
    }
  }

  /** Opens the window of the demo's phone. */
  async openPhone(): Promise<void> {
    try {
      await this.backend.openPhone();
    } catch (reason) {
      this.notice = failureLines(failureOf(reason).code)?.what ?? t('unknown-failure');
    }
  }

  async openFolder(path: string): Promise<void> {
    try {
      await this.backend.openFolder(path);
    } catch {
      // The path stands on the screen: there is nothing better to offer.
    }
  }

  /** Saves the report on a file, or the evidence; fails with a `Failure`. */
  saveReport(path: string, form: ReportForm): Promise<string | null> {
    return this.backend.saveReport(path, form, this.#password);
  }

  /** Saves the version of a file that the signature in a field covers; fails with a `Failure`. */
  saveVersion(path: string, field: string): Promise<string | null> {
    return this.backend.saveVersion(path, field, this.#password);
  }

  /** Shows the file that was just written. */
  async show(signed: Signed): Promise<void> {
    await this.open(signed.output, this.#password);
  }

  async #run(
    signing: Signing,
    work: () => Promise<Signed>,
    again: (password?: string) => Promise<void>,
    resumes?: Pending,
  ): Promise<void> {
    this.notice = null;
    this.screen = { name: 'signing', signing };
    try {
      const signed = await work();
      this.screen = { name: 'result', signed, extended: signing.task === 'extend' };
      this.wishes.output = null;
      await this.#look();
    } catch (reason) {
      const known = resumes ? new Set<string>() : new Set(this.pending.map((one) => one.key));
      // What came before and was used is finished as what came just now is.
      if (signing.kept && 'used' in signing.kept) known.delete(signing.kept.key);
      await this.#look();
      const kept = this.pending.find((one) => !known.has(one.key) && (!resumes || one.key === resumes.key));
      if (signing.cancelling && !kept) {
        const { leftOpen } = signing;
        if (leftOpen === null) return this.#cancelled(t('signing-cancelled'));
        const { minutes, canBeAwaited } = leftOpen;
        this.#stillOpen = t(canBeAwaited ? 'signing-cancelled-open' : 'signing-cancelled-open-lost', { minutes });
        return this.#cancelled(this.#stillOpen);
      }
      const failure = failureOf(reason);
      if (resumes && this.#locked(failure, resumes.document, again)) return;
      this.#fail(failure, () => again(), kept?.key ?? null);
    } finally {
      signing.stop();
    }
  }

  /** Several documents, each of which ends by itself. */
  async #runTogether(signing: Signing, work: () => Promise<Ended[]>): Promise<void> {
    this.notice = null;
    this.screen = { name: 'signing', signing };
    try {
      const ended = await work();
      await this.#look();
      const why = ended[0]?.failure;
      const alike = ended.every(({ signed, failure }) => signed === null && failure?.code === why?.code);
      if (why && alike) return this.#fail(why, () => this.sign());
      this.wishes.others = [];
      this.screen = { name: 'together', ended };
    } catch (reason) {
      await this.#look();
      if (!signing.cancelling) return this.#fail(failureOf(reason), () => this.sign());
      const { saved } = signing;
      this.#cancelled(saved > 0 ? t('signing-cancelled-some', { count: saved }) : t('signing-cancelled'));
    } finally {
      signing.stop();
    }
  }

  /** What nobody waited for any more is over: a signature that came of it is shown, and nothing more is said of the phone. */
  async #settled(): Promise<void> {
    const before = this.pending.length;
    await this.#look();
    if (this.notice === this.#stillOpen) this.notice = this.pending.length > before ? null : t('signing-cancelled');
  }

  #cancelled(notice: string): void {
    this.screen = { name: 'overview' };
    this.notice = notice;
    announcer.say(notice);
  }

  /** Several files are signed together where a signing service can do that; else the first is opened. */
  async #dropped(paths: string[]): Promise<void> {
    const [first, ...others] = paths;
    if (first === undefined || this.busy) return;
    await this.open(first);
    if (others.length === 0 || this.document?.path !== first || !this.ways.includes('cloud')) return;
    this.wishes.way = 'cloud';
    this.wishes.along(others, first);
  }

  /** Somebody is remembered, or nobody any more. */
  #know(somebody: KnownInfo | null): void {
    this.known = askable(somebody, this.startup.profile);
    this.wishes.scans = !this.startup.profile.notifies;
    if (this.known) this.wishes.way = 'known';
    else if (!this.ways.some((way) => way === this.wishes.way)) this.wishes.way = this.ways[0] ?? 'code';
  }

  /** Reads again which signatures wait to be finished, and who is remembered. */
  async #look(): Promise<void> {
    try {
      const { pending, known } = await this.backend.startup();
      this.pending = pending;
      if (this.wishes.remember && known) {
        this.wishes.remember = false;
        this.#know(known);
      }
    } catch {
      // The list as it was is still the best answer.
    }
  }

  #lay(document: DocumentInfo): void {
    this.#opened += 1;
    this.document = document;
    this.reading = new Reading(document.pages);
    this.verdict = null;
    this.checking = false;
    this.adding = false;
    this.wishes.output = null;
    this.wishes.others = [];
    this.wishes.suggested = '';
    this.wishes.certify = null;
    const seal = new SealWish(document.fields, document.pages);
    this.seal = seal;
    const turn = this.#opened;
    void this.backend.setTitle(t('window-title', { name: document.name })).catch(() => undefined);
    void this.backend.suggestOutput(document.id).then(
      (path) => {
        if (turn === this.#opened) this.wishes.suggested = path;
      },
      () => undefined,
    );
    seal.looking = true;
    void this.backend.sealPlace(document.id).then(
      (spot) => {
        seal.looking = false;
        seal.propose(spot);
      },
      () => {
        // Without a seal the signature is just as good.
        seal.looking = false;
      },
    );
    if (document.signatures > 0) void this.verify();
  }

  /** Asks for a password where one is missing or wrong; whether it did. */
  #locked(failure: Failure, path: string, give: (password: string) => Promise<void>): boolean {
    if (failure.code !== 'password-needed' && failure.code !== 'wrong-password') return false;
    this.screen = { name: 'password', file: fileName(path), wrong: failure.code === 'wrong-password', give };
    return true;
  }

  /** Goes back from the question for a password. */
  leave(): void {
    if (this.screen.name === 'password') this.screen = { name: 'overview' };
  }

  #fail(failure: Failure, again: () => Promise<void>, key: string | null = null): void {
    const action = remedy(failure, key !== null);
    // A keychain that was locked then may be open now.
    const asked = action === 'close' && isAskedByProxy(failure, this.startup.profile.proxy);
    this.screen = { name: 'failed', failure, action: asked ? 'retry' : action, again, key };
  }

  async #back(then: () => Promise<void>): Promise<void> {
    this.screen = { name: 'overview' };
    await then();
  }

  async #return(field: Field | null): Promise<void> {
    this.screen = { name: 'overview' };
    if (field && this.document && this.document.signatures > 0) this.adding = true;
    // Who is remembered is not found any more: somebody has to be named.
    if (field === 'personal-code' && this.wishes.way === 'known') this.wishes.way = this.ways[0] ?? 'code';
    await tick();
    this.wanted = field;
  }
}
