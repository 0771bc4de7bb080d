// Who signs and how, as typed into the form. Lives as long as the window, and nowhere else.
import type { KnownInfo } from '../bindings/KnownInfo';
import type { Order } from '../bindings/Order';
import type { ProfileInfo } from '../bindings/ProfileInfo';
import type { SealWish } from './seal.svelte';

/** Somebody who is remembered, a personal code, whoever scans, a SIM card, a key at a signing service. */
export type Way = 'known' | 'code' | 'qr' | 'mobile' | 'cloud';
export const countries = ['EE', 'LV', 'LT'] as const;

/** The countries that have Mobile-ID. */
export const mobileCountries: readonly string[] = ['EE', 'LT'];

/** The ways that a profile has for somebody who is not remembered, in the order in which they are offered. */
export function waysOf(profile: ProfileInfo): Exclude<Way, 'known'>[] {
  const has = { code: profile.notifies, qr: profile.showsCodes, mobile: profile.mobileId, cloud: profile.cloud !== null };
  return (['code', 'qr', 'mobile', 'cloud'] as const).filter((way) => has[way]);
}

/** Who is remembered, if the profile can still ask them. */
export function askable(known: KnownInfo | null, profile: ProfileInfo): KnownInfo | null {
  if (known === null) return null;
  return (known.byCard ? profile.mobileId : profile.notifies || profile.showsCodes) ? known : null;
}

export class Wishes {
  way = $state<Way>('code');
  country = $state<string>('EE');
  code = $state('');
  fault = $state<string | null>(null);
  phone = $state('');
  phoneFault = $state<string | null>(null);
  /** Who is remembered scans a code; else their phone rings. */
  scans = $state(false);
  /** Who signs is remembered on this computer. */
  remember = $state(false);
  /** Documents that are signed along, under the same permission. */
  others = $state<string[]>([]);
  level = $state<Order['level']>('b-lt');
  /** Where the signed file goes, as the person changed it; `null` leaves the choice to the program. */
  output = $state<string | null>(null);
  /** The place that the program proposes. */
  suggested = $state('');
  reason = $state('');
  location = $state('');
  /** What others may do after a first signature; `null` leaves it open. */
  certify = $state<Order['certify']>(null);

  /** Adds documents that are signed along, each once. */
  along(paths: readonly string[], document: string): void {
    const known = new Set([document, ...this.others]);
    this.others = [...this.others, ...paths.filter((path) => !known.has(path) && known.add(path))];
  }

  /** The order as it is sent. */
  order(seal: SealWish | null): Order {
    return {
      ...(seal?.order() ?? { field: null, seal: null }),
      reason: this.reason.trim() || null,
      location: this.location.trim() || null,
      certify: this.certify,
      signer: this.#signer(),
      remember: this.remember && this.way !== 'known' && this.way !== 'cloud',
      level: this.level,
      output: this.output?.trim() || null,
    };
  }

  #signer(): Order['signer'] {
    const person = { country: this.country, code: this.code.trim() };
    switch (this.way) {
      case 'known':
        return { kind: 'known', scans: this.scans };
      case 'code':
        return { kind: 'person', ...person };
      case 'qr':
        return { kind: 'qr' };
      case 'mobile':
        return { kind: 'mobileId', ...person, phone: this.phone.trim() };
      case 'cloud':
        return { kind: 'cloud' };
    }
  }
}
