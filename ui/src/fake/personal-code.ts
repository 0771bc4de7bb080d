import type { PersonCheck } from '../bindings/PersonCheck';

/** Form and checksum of a personal code, as far as a pretended backend needs them. */
export function checkPersonalCode(country: string, code: string): PersonCheck {
  const form = country === 'LV' ? /^\d{6}-?\d{5}$/ : /^[1-6]\d{10}$/;
  if (!form.test(code)) return { ok: false, fault: 'person-form' };
  if (country === 'LV') return { ok: true, fault: null };
  const digits = [...code].map(Number);
  const sum = (weights: number[]) => weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0) % 11;
  const first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]);
  const second = sum([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
  const expected = first < 10 ? first : second % 10;
  return expected === digits[10] ? { ok: true, fault: null } : { ok: false, fault: 'person-checksum' };
}

/** A phone number at home or with its country code, as far as a pretended backend needs it. */
export function checkPhoneNumber(country: string, number: string): PersonCheck {
  const bare = number.replace(/[\s()-]/g, '');
  const form = country === 'LT' ? /^(\+370\d{8}|[08]?\d{8})$/ : /^(\+372)?\d{7,8}$/;
  return form.test(bare) ? { ok: true, fault: null } : { ok: false, fault: 'phone' };
}
