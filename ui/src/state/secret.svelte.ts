// What the keychain keeps for this program: where it is, never what it is.
import { failureOf, type Backend } from '../backend';
import type { Failure } from '../bindings/Failure';
import type { SecretAt } from '../bindings/SecretAt';
import { t } from '../words';
import { announcer } from './announcer.svelte';

/** How one of them is asked about, kept and forgotten, and what is said of that. */
interface Entry<Given extends string[]> {
  at(): Promise<SecretAt>;
  keep(...given: Given): Promise<void>;
  /** What is said when it is kept. */
  kept(): string;
  /** Forgets it; what is said then. */
  forget(): Promise<string>;
}

export class Kept<Given extends string[]> {
  /** Where it is; `null` while that is asked, or cannot be known. */
  at = $state<SecretAt | null>(null);
  failure = $state<Failure | null>(null);
  /** What was just done. */
  notice = $state<string | null>(null);
  /** The keychain is asked something: it may wait for the person to unlock it. */
  asking = $state(false);

  constructor(readonly entry: Entry<Given>) {}

  look(): Promise<boolean> {
    return this.#ask(async () => {
      this.at = await this.entry.at();
    });
  }

  /** Whether it was taken. */
  keep(...given: Given): Promise<boolean> {
    return this.#ask(async () => {
      await this.entry.keep(...given);
      this.at = 'kept';
      announcer.say(this.entry.kept());
    });
  }

  forget(): Promise<boolean> {
    return this.#ask(async () => {
      this.notice = await this.entry.forget();
      this.at = 'missing';
      announcer.say(this.notice);
    });
  }

  async #ask(work: () => Promise<void>): Promise<boolean> {
    if (this.asking) return false;
    this.asking = true;
    this.failure = null;
    this.notice = null;
    try {
      await work();
      return true;
    } catch (reason) {
      this.failure = failureOf(reason);
      return false;
    } finally {
      this.asking = false;
    }
  }
}

/** The secret by which a signing service knows this program. */
export function clientSecret(backend: Pick<Backend, 'secretAt' | 'keepSecret' | 'forgetSecret'>): Kept<[secret: string]> {
  return new Kept({
    at: () => backend.secretAt(),
    keep: (secret: string) => backend.keepSecret(secret),
    kept: () => t('secret-kept'),
    forget: async () => ((await backend.forgetSecret()) ? t('secret-forgotten') : t('secret-forgotten-here')),
  });
}

/** The login for the proxy that the profile names. */
export function proxyLogin(
  backend: Pick<Backend, 'proxyLoginAt' | 'keepProxyLogin' | 'forgetProxyLogin'>,
): Kept<[name: string, password: string]> {
  return new Kept({
    at: () => backend.proxyLoginAt(),
    keep: (name: string, password: string) => backend.keepProxyLogin(name, password),
    kept: () => t('proxy-kept'),
    forget: async () => {
      await backend.forgetProxyLogin();
      return t('proxy-forgotten');
    },
  });
}
