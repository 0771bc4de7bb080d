// Every sentence that the window says. The files are shared with the command line and the reports.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

/** Languages in the order in which a choice would list them; a language appears when its files do. */
export const languages = ['en', 'et', 'lv', 'lt'] as const;
export type Language = (typeof languages)[number];

/** Codes that come over the wire and the words they need: `family-code` for each. */
export const families = {
  action: [
    'retry', 'send-again', 'start-over', 'check-person', 'choose-another-file', 'choose-another-output', 'open-again',
    'finish', 'finish-later', 'close',
  ],
  answer: ['passed', 'failed', 'indeterminate', 'not-judged', 'not-applicable'],
  country: ['EE', 'LV', 'LT'],
  indication: ['total-passed', 'total-failed', 'indeterminate'],
  level: ['b-b', 'b-t', 'b-lt', 'none'],
  'person-fault': ['empty', 'form', 'checksum', 'country', 'date'],
  qualification: ['not-judged'],
  question: [
    'signature-dictionary', 'byte-range', 'contents-hole', 'cms-format', 'signing-certificate', 'message-digest',
    'signature-value', 'algorithms', 'certificate-path', 'certificate-validity', 'key-usage', 'signer-revocation',
    'path-revocation', 'timestamp-token', 'timestamp-path', 'time-order', 'coverage', 'changes-after-signing',
    'validation-data', 'qualification', 'unknown',
  ],
  'result-lead': ['passed', 'indeterminate', 'failed'],
  'result-title': ['passed', 'indeterminate', 'failed'],
  'sign-level': ['b-lt', 'b-t', 'b-b'],
  'sign-personal-code-hint': ['EE', 'LV', 'LT'],
  'signature-tally': ['passed', 'failed', 'indeterminate', 'not-judged'],
  'signing-title': ['start', 'code', 'confirm', 'approve', 'qr', 'qr-gone', 'finish', 'cancel'],
  step: [
    'opening', 'certificate', 'preparing', 'approval', 'received', 'checked', 'embedded', 'timestamped', 'revocation',
    'validated', 'saved',
  ],
  'step-state': ['waiting', 'begun', 'done'],
  'sub-indication': [
    'format-failure', 'hash-failure', 'sig-crypto-failure', 'revoked', 'expired', 'not-yet-valid',
    'sig-constraints-failure', 'chain-constraints-failure', 'certificate-chain-general-failure',
    'crypto-constraints-failure', 'crypto-constraints-failure-no-poe', 'policy-processing-error',
    'signature-policy-not-available', 'timestamp-order-failure', 'no-signing-certificate-found',
    'no-certificate-chain-found', 'no-certificate-chain-found-no-poe', 'revoked-no-poe', 'revoked-ca-no-poe',
    'out-of-bounds-no-poe', 'out-of-bounds-not-revoked', 'revocation-out-of-bounds-no-poe', 'no-poe', 'try-later',
    'signed-data-not-found',
  ],
  'verdict-overall': ['passed', 'indeterminate', 'failed'],
  warning: [
    'already-signed', 'attachments', 'broken-signature', 'clock', 'content-after-signing', 'form', 'layers', 'script',
    'trailing-bytes', 'unknown', 'xfa',
  ],
} as const;
export type Family = keyof typeof families;

type Values = Record<string, string | number>;

const files = import.meta.glob<string>('../../crates/report/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

let language: Language = 'en';
let bundle = bundleOf('en');

/** Switches to `wanted` if its words are there; English otherwise. */
export function speak(wanted: string): Language {
  const base = wanted.slice(0, 2).toLowerCase();
  language = languages.find((known) => known === base && sourcesOf(known).length > 0) ?? 'en';
  bundle = bundleOf(language);
  return language;
}

/** The words for `id`; the id itself when there are none, which a test forbids. */
export function t(id: string, values?: Values): string {
  return find(id, values) ?? id;
}

/** The words for one code of a family, or `null` for a code that nobody has given words yet. */
export function word(family: Family, code: string, values?: Values): string | null {
  return find(`${family}-${code}`, values);
}

/** The three lines of a failure: what, why, what to do now; `null` for a code without words. */
export function failureLines(code: string): { what: string; cause: string; next: string } | null {
  const message = bundle.getMessage(`error-${code}`);
  if (!message?.value) return null;
  const line = (name: string) => format(message.attributes[name] ?? '');
  return { what: format(message.value), cause: line('cause'), next: line('next') };
}

/** A point in time, RFC 3339, as people write it; `null` when it is none. */
export function when(time: string | null, style: 'full' | 'clock' = 'full'): string | null {
  const date = time ? new Date(time) : null;
  if (!date || Number.isNaN(date.getTime())) return null;
  const options: Intl.DateTimeFormatOptions =
    style === 'clock' ? { timeStyle: 'short' } : { dateStyle: 'long', timeStyle: 'medium' };
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

/** A number of bytes, in the largest unit that leaves a whole number before the point. */
export function bytes(count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  const value = count / 1000 ** power;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 0 && value < 10 ? 1 : 0,
  }).format(value);
}

/** Text from a file or a certificate without the characters that reorder or hide what stands beside them. */
export function plain(foreign: string): string {
  return foreign.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** Digits apart, so that a screen reader says each: `4 9 2 7`. */
export function spelled(code: string): string {
  return [...code].join(' ');
}

/** The last part of a path, whichever separator it has. */
export function fileName(path: string): string {
  return plain(path.split(/[\\/]/).pop() || path);
}

function find(id: string, values?: Values): string | null {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? format(pattern, values) : null;
}

type Pattern = Parameters<FluentBundle['formatPattern']>[0];

function format(pattern: Pattern, values: Values = {}): string {
  const clean = Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, FluentVariable] => [
      key,
      typeof value === 'string' ? plain(value) : value,
    ]),
  );
  return bundle.formatPattern(pattern, clean, []);
}

function sourcesOf(wanted: Language): string[] {
  return Object.entries(files)
    .filter(([path]) => path.includes(`/locales/${wanted}/`))
    .map(([, text]) => text);
}

function bundleOf(wanted: Language): FluentBundle {
  // Isolation marks would stand between the words for whoever copies them; `plain` keeps foreign text harmless instead.
  const made = new FluentBundle(wanted, { useIsolating: false });
  for (const text of sourcesOf(wanted)) made.addResource(new FluentResource(text));
  return made;
}

function locale(): string {
  return language === 'en' ? 'en-GB' : language;
}
