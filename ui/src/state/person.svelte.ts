// Who signs and how, as typed into the form. Lives as long as the window, and nowhere else.
import type { Order } from '../bindings/Order';
import type { SealWish } from './seal.svelte';

export type Way = 'code' | 'qr' | 'mobile';
export const countries = ['EE', 'LV', 'LT'] as const;

/** The countries that have Mobile-ID. */
export const mobileCountries: readonly string[] = ['EE', 'LT'];

export class Wishes {
  way = $state<Way>('code');
  country = $state<string>('EE');
  code = $state('');
  fault = $state<string | null>(null);
  phone = $state('');
  phoneFault = $state<string | null>(null);
  level = $state<Order['level']>('b-lt');
  /** Where the signed file goes, as the person changed it; `null` leaves the choice to the program. */
  output = $state<string | null>(null);
  /** The place that the program proposes. */
  suggested = $state('');
  reason = $state('');
  location = $state('');
  /** What others may do after a first signature; `null` leaves it open. */
  certify = $state<Order['certify']>(null);

  /** The order as it is sent. */
  order(seal: SealWish | null): Order {
    return {
      ...(seal?.order() ?? { field: null, seal: null }),
      reason: this.reason.trim() || null,
      location: this.location.trim() || null,
      certify: this.certify,
      signer: this.#signer(),
      level: this.level,
      output: this.output?.trim() || null,
    };
  }

  #signer(): Order['signer'] {
    const person = { country: this.country, code: this.code.trim() };
    if (this.way === 'qr') return { kind: 'qr' };
    if (this.way === 'mobile') return { kind: 'mobileId', ...person, phone: this.phone.trim() };
    return { kind: 'person', ...person };
  }
}
