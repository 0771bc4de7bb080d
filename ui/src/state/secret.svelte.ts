// The secret by which a signing service knows this program: where it is, never what it is.
import { failureOf, type Backend } from '../backend';
import type { Failure } from '../bindings/Failure';
import type { SecretAt } from '../bindings/SecretAt';
import { t } from '../words';
import { announcer } from './announcer.svelte';

export class ClientSecret {
  /** Where it is; `null` while that is asked, or cannot be known. */
  at = $state<SecretAt | null>(null);
  failure = $state<Failure | null>(null);
  /** What was just done. */
  notice = $state<string | null>(null);
  /** The keychain is asked something: it may wait for the person to unlock it. */
  asking = $state(false);

  constructor(readonly backend: Pick<Backend, 'secretAt' | 'keepSecret' | 'forgetSecret'>) {}

  look(): Promise<void> {
    return this.#ask(async () => {
      this.at = await this.backend.secretAt();
    });
  }

  keep(secret: string): Promise<void> {
    return this.#ask(async () => {
      await this.backend.keepSecret(secret);
      this.at = 'kept';
      announcer.say(t('secret-kept'));
    });
  }

  forget(): Promise<void> {
    return this.#ask(async () => {
      const told = await this.backend.forgetSecret();
      this.at = 'missing';
      this.notice = told ? t('secret-forgotten') : t('secret-forgotten-here');
      announcer.say(this.notice);
    });
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.failure = null;
    this.notice = null;
    try {
      await work();
    } catch (reason) {
      this.failure = failureOf(reason);
    } finally {
      this.asking = false;
    }
  }
}
