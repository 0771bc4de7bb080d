// Every sentence that the window says. The files are shared with the command line and the reports.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { SignatureVerdict } from './bindings/SignatureVerdict';
import type { Family } from './codes';
import { languages, spoken, type Language } from './state/language.svelte';

type Values = Record<string, string | number>;

const files = import.meta.glob<string>('../../crates/report/locales/*/{main,errors,checks}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bundles = new Map<Language, FluentBundle>();

/** Switches to the language of a tag such as `et-EE` if it is one of ours, to English otherwise. */
export function speak(tag: string): Language {
  const primary = tag.split(/[-_.@]/)[0]?.toLowerCase();
  spoken.language = languages.find((known) => known === primary) ?? 'en';
  document.documentElement.lang = spoken.language;
  return spoken.language;
}

/** The words for `id`; the id itself when there are none, which a test forbids. */
export function t(id: string, values?: Values): string {
  return find(id, values) ?? id;
}

/** The words for one code of a family, or `null` for a code that nobody has given words yet. */
export function word(family: Family, code: string, values?: Values): string | null {
  return find(`${family}-${code}`, values);
}

/** Whatever is not green is said in three lines: what, why, what to do now. */
export type Lines = { what: string; cause: string; next: string };

/** The lines of a failure with its figures; `null` for a code without words. */
export function failureLines(code: string, values?: Values): Lines | null {
  return linesOf(`error-${code}`, values);
}

/** What is told of a check that did not pass beside its question and answer. */
export interface Circumstances {
  /** `before` where a moment lies before what it had to be in. */
  when: 'before' | 'other';
  /** What is known of the revocation of a certificate. */
  known: 'revoked' | 'incomplete' | 'stale' | 'nothing';
  /** What is the matter with an algorithm. */
  fault: 'unknown' | 'unlisted' | 'weak' | '';
}

/** The lines about a check that did not pass. */
export function obstacleLines(question: string, answer: string, asked: 'authorities' | 'nobody' = 'authorities', { when, known, fault }: Circumstances = { when: 'other', known: 'nothing', fault: '' }): Lines | null {
  return linesOf(`obstacle-${question}`, { answer, question, asked, when, known, fault }) ?? linesOf('obstacle-unknown', { question });
}

function linesOf(id: string, values?: Values): Lines | null {
  const [bundle, message] = messageOf(id);
  if (!message?.value) return null;
  const line = (name: string) => format(bundle, message.attributes[name] ?? '', values);
  return { what: format(bundle, message.value, values), cause: line('cause'), next: line('next') };
}

/** A point in time, RFC 3339, as people write it; `exact` names the zone. `null` when it is none. */
export function when(time: string | null, style: 'plain' | 'exact' = 'plain'): string | null {
  const date = time ? new Date(time) : null;
  if (!date || Number.isNaN(date.getTime())) return null;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: style === 'exact' ? 'long' : 'medium' };
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

/** The day of a point in time, RFC 3339, as people write it; `null` when it is none. */
export function day(time: string): string | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(date);
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
  return foreign.replace(/[\p{Cc}\p{Co}\p{Cn}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\u{13430}-\u{1345f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu, '');
}

/** By what a signer is known; that it is a pseudonym has to be said. */
export function signerName({ name, pseudonym }: Pick<SignatureVerdict['signer'], 'name' | 'pseudonym'>): string {
  const shown = plain(name).trim() || t('signature-unknown-signer');
  return pseudonym ? t('signature-pseudonym', { name: shown }) : shown;
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
  const [bundle, message] = messageOf(id);
  return message?.value ? format(bundle, message.value, values) : null;
}

/** A sentence in the language spoken, else in English, which has them all. */
function messageOf(id: string) {
  const bundle = [spoken.language, 'en' as const].map(bundleOf).find((bundle) => bundle.hasMessage(id)) ?? bundleOf('en');
  return [bundle, bundle.getMessage(id)] as const;
}

type Pattern = Parameters<FluentBundle['formatPattern']>[0];

function format(bundle: FluentBundle, pattern: Pattern, values: Values = {}): string {
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
  const known = bundles.get(wanted);
  if (known) return known;
  // Isolation marks would stand between the words for whoever copies them; `plain` keeps foreign text harmless instead.
  const made = new FluentBundle(wanted, { useIsolating: false });
  for (const text of sourcesOf(wanted)) made.addResource(new FluentResource(text));
  bundles.set(wanted, made);
  return made;
}

function locale(): string {
  return spoken.language === 'en' ? 'en-GB' : spoken.language;
}
