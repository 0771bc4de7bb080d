// Who signs and how, as typed into the form. Lives as long as the window, and nowhere else.
import type { Order } from '../bindings/Order';

export type Way = 'code' | 'qr';
export const countries = ['EE', 'LV', 'LT'] as const;

export class Wishes {
  way = $state<Way>('code');
  country = $state<string>('EE');
  code = $state('');
  fault = $state<string | null>(null);
  level = $state<Order['level']>('b-lt');
  /** Where the signed file goes, as the person changed it; `null` leaves the choice to the program. */
  output = $state<string | null>(null);
  /** The place that the program proposes. */
  suggested = $state('');

  /** The order as it is sent. */
  order(): Order {
    return {
      signer:
        this.way === 'qr' ? { kind: 'qr' } : { kind: 'person', country: this.country, code: this.code.trim() },
      level: this.level,
      output: this.output?.trim() || null,
    };
  }
}
