// One signing under way: what the phone is asked, and which steps are done.
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
  | { kind: 'qr-gone' };

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

  #deadline = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly level: Order['level'],
    readonly fromQr: boolean,
    /** What is done: only for a signature of one's own the phone is asked. */
    readonly task: 'sign' | 'finish' | 'extend' = 'sign',
    /** The SIM card is asked, and no app. */
    readonly byCard = false,
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

  /** Whether the phone has done its part. */
  get approved(): boolean {
    return this.task !== 'sign' || this.step('approval') === 'done' || this.step('received') !== 'waiting';
  }

  /** The name of the screen: one title, one picture each. */
  get screen(): 'start' | 'code' | 'confirm' | 'approve' | 'qr' | 'qr-gone' | 'finish' | 'extend' | 'cancel' {
    if (this.cancelling) return 'cancel';
    if (this.approved) return this.task === 'extend' ? 'extend' : 'finish';
    return this.prompt.kind === 'none' ? 'start' : this.prompt.kind;
  }

  step(stage: Stage): StepState {
    return this.steps[stage] ?? 'waiting';
  }

  hear(progress: Progress): void {
    switch (progress.kind) {
      case 'stage':
        this.steps[progress.stage] = progress.state;
        if (this.approved) this.stop();
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
      case 'confirm':
      case 'approve':
        this.prompt = { kind: progress.kind };
        break;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.secondsLeft = null;
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
