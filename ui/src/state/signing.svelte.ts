// One signing under way: what the phone, the browser or the person is asked, and which steps are done.
import type { Offer } from '../bindings/Offer';
import type { Order } from '../bindings/Order';
import type { Progress } from '../bindings/Progress';
import type { Stage } from '../bindings/Stage';

export type StepState = 'waiting' | 'begun' | 'done';
export type Prompt =
  | { kind: 'none' }
  | { kind: 'code'; code: string }
  | { kind: 'confirm' }
  | { kind: 'approve' }
  | { kind: 'qr'; svg: string }
  | { kind: 'qr-gone' }
  | { kind: 'browser'; host: string }
  | { kind: 'elsewhere'; challenge: string | null }
  | { kind: 'question'; label: string; description: string; challenge: string | null }
  | { kind: 'choose'; offers: Offer[] };

/** Whom it takes: an app, a SIM card, or a signing service. */
export type By = 'app' | 'card' | 'cloud';
/** The name of a screen: one title, one picture each. */
export type SigningScreen = Exclude<Prompt['kind'], 'none' | 'browser'> | 'start' | 'login' | 'allow' | 'finish' | 'extend' | 'cancel';

const everyStage: readonly Stage[] = [
  'opening', 'certificate', 'preparing', 'approval', 'received', 'checked', 'embedded', 'timestamped', 'revocation',
  'validated', 'saved',
];

/** The stages that an order of this level goes through, in their order. */
export function stagesOf(level: Order['level']): Stage[] {
  return everyStage.filter(
    (stage) =>
      (stage !== 'timestamped' || level !== 'b-b') && (stage !== 'revocation' || level === 'b-lt' || level === 'b-lta'),
  );
}

export class Signing {
  prompt = $state<Prompt>({ kind: 'none' });
  steps = $state<Partial<Record<Stage, StepState>>>({});
  cancelling = $state(false);
  /** Seconds until the request lapses, counted down here; `null` while nobody is asked. */
  secondsLeft = $state<number | null>(null);
  secondsAtFirst = 0;
  /** Which of several documents it is about just now. */
  about = $state<string | null>(null);
  /** How many are saved. */
  saved = $state(0);
  /** For how many minutes at most what was asked may still be open on the phone, though nobody waits for it any more. */
  leftOpen = $state<{ minutes: number; canBeAwaited: boolean } | null>(null);
  /** What came back before for the same bytes: used, or waiting beside what is wanted now. */
  kept = $state<{ used: string; key: string } | { waits: string } | null>(null);

  #deadline = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly level: Order['level'],
    /** What is done: only for a signature of one's own somebody is asked. */
    readonly task: 'sign' | 'finish' | 'extend' = 'sign',
    readonly by: By = 'app',
    /** How many documents are signed. */
    readonly documents = 1,
  ) {}

  /** The steps to show: until the phone has answered, only those that lead there. */
  get stages(): Stage[] {
    const all = stagesOf(this.level);
    if (this.task === 'extend') {
      const stages: Stage[] = ['opening', 'timestamped', 'revocation', 'validated', 'saved'];
      // A signature that has its time needs none.
      return stages.filter((stage) => stage !== 'timestamped' || this.step(stage) !== 'waiting');
    }
    if (this.task === 'finish') return all.slice(all.indexOf('checked'));
    return this.approved ? all : all.slice(0, all.indexOf('received'));
  }

  /** Whether whoever is asked has done their part. */
  get approved(): boolean {
    return this.task !== 'sign' || this.step('approval') === 'done' || this.step('received') !== 'waiting';
  }

  get screen(): SigningScreen {
    if (this.cancelling) return 'cancel';
    if (this.approved) return this.task === 'extend' ? 'extend' : 'finish';
    const { kind } = this.prompt;
    if (kind === 'none') return 'start';
    // A service is visited twice: to be let in, and to allow the signature.
    if (kind === 'browser') return this.step('certificate') === 'done' ? 'allow' : 'login';
    return kind;
  }

  step(stage: Stage): StepState {
    return this.steps[stage] ?? 'waiting';
  }

  hear(progress: Progress): void {
    switch (progress.kind) {
      case 'stage':
        this.#reach(progress.stage, progress.state);
        break;
      case 'about':
        this.about = progress.path;
        if (this.approved) this.#again('checked');
        break;
      case 'code':
        this.prompt = { kind: 'code', code: progress.code };
        this.#countDown(progress.secondsLeft);
        break;
      case 'qr':
        this.prompt = { kind: 'qr', svg: progress.svg };
        break;
      case 'qrGone':
        this.prompt = { kind: 'qr-gone' };
        break;
      case 'offers':
        this.prompt = { kind: 'choose', offers: progress.offers };
        break;
      case 'leftOpen':
        this.leftOpen = { minutes: progress.minutes, canBeAwaited: progress.canBeAwaited };
        break;
      case 'keptUsed':
        this.kept = { used: progress.path, key: progress.key };
        break;
      case 'keptWaits':
        this.kept = { waits: progress.signer };
        break;
      case 'settled':
        break;
      case 'browser':
      case 'elsewhere':
      case 'question':
      case 'confirm':
      case 'approve':
        this.prompt = progress;
        break;
    }
  }

  /** What was asked here has been answered. */
  answered(): void {
    this.prompt = { kind: 'none' };
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.secondsLeft = null;
  }

  #reach(stage: Stage, state: 'begun' | 'done'): void {
    // More documents than one permission covers take another one.
    if (stage === 'approval' && state === 'begun') this.#again('received');
    this.steps[stage] = state;
    if (stage === 'saved' && state === 'done') this.saved += 1;
    // What a page or a question was about is over with the next step.
    if (this.by === 'cloud') this.prompt = { kind: 'none' };
    if (this.approved) this.stop();
  }

  /** The steps from this one on are to be done once more, for another document. */
  #again(from: Stage): void {
    for (const stage of everyStage.slice(everyStage.indexOf(from))) this.steps[stage] = 'waiting';
  }

  #countDown(seconds: number): void {
    this.stop();
    const left = Math.max(0, Math.round(seconds));
    this.secondsAtFirst = Math.max(left, 1);
    this.secondsLeft = left;
    this.#deadline = performance.now() + left * 1000;
    this.#timer = setInterval(() => {
      this.secondsLeft = Math.max(0, Math.ceil((this.#deadline - performance.now()) / 1000));
    }, 250);
  }
}
