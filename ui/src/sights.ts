// What a check is about, as sentences: the place before it, the name behind it. `sight.rs` of the reports says the same.
import type { Check } from './bindings/Check';
import type { Sight } from './bindings/Sight';
import { plain, t, word, type Circumstances } from './words';

/** Millimetres of a point. */
const millimetres = 25.4 / 72;

/** Figures of a check that its sights tell better. */
const told = [
  'active', 'cause', 'changes', 'constraint', 'contents', 'covered', 'differences', 'explained', 'fault', 'faults',
  'fields',
  'not-compared', 'objection', 'unread', 'weak',
];

/** The figures of a check that stand in no sight of it. */
export function figuresOf(check: Check): [string, string][] {
  return Object.entries(check.detail).filter(([name]) => check.sights.length === 0 || !told.includes(name));
}

/** What is the matter with an algorithm, where that is what the check found; `''` otherwise. */
export function algorithmFault(check: Check): Circumstances['fault'] {
  if (check.question !== 'algorithms') return '';
  for (const sight of check.sights) {
    if (sight.what !== 'cause') continue;
    if (sight.why === 'weak' || sight.why === 'unlisted') return sight.why;
    if (['unknown-algorithm', 'unsupported-key', 'parameters', 'too-large'].includes(sight.why)) return 'unknown';
  }
  return '';
}

/** What is told of a check beside its question and answer. */
export function circumstancesOf(check: Check): Circumstances {
  const { at, from, revoked, issued } = check.detail;
  const hasCause = (why: string) => check.sights.some((sight) => sight.what === 'cause' && sight.why === why);
  const isBefore = at && from ? at < from : hasCause('in-future');
  const rest = hasCause('data-incomplete') ? 'incomplete' : issued ? 'stale' : 'nothing';
  return {
    when: isBefore ? 'before' : 'other',
    known: revoked ? 'revoked' : rest,
    fault: algorithmFault(check),
  };
}

/** One of them, with its place. */
export function sightLine(sight: Sight): string {
  const what = whatOf(sight);
  return sight.place ? t('sight', { place: placeOf(sight.place), what }) : what;
}

/** Where they are, one after the other. */
export function placesOf(sights: Sight[]): string {
  return sights.map((sight) => (sight.place ? placeOf(sight.place) : sightLine(sight))).join('; ');
}

function placeOf({ first, last, rect }: NonNullable<Sight['place']>): string {
  if (first !== last) return t('place-pages', { first, last });
  // A box without an area, such as that of a signature that is not seen, is no place to look at.
  const seen = rect && rect[0] !== rect[2] && rect[1] !== rect[3];
  if (!seen) return t('place-page', { page: first });
  const [left, bottom, right, top] = rect;
  const round = (points: number) => String(Math.round(points * millimetres));
  return t('place-box', {
    page: first,
    left: round(left),
    bottom: round(bottom),
    width: round(right - left),
    height: round(top - bottom),
  });
}

function whatOf(sight: Sight): string {
  switch (sight.what) {
    case 'changed':
    case 'explained':
      return changeOf(sight);
    case 'forbidden': {
      const what = changeOf(sight);
      return word('forbidden', sight.why, { what }) ?? what;
    }
    case 'page-count':
      return t('sight-page-count', { before: sight.before, now: sight.now });
    case 'differs': {
      const { was, is } = sight;
      if (was !== null && is !== null) return t('sight-words-replaced', { was, is });
      if (was !== null) return t('sight-words-gone', { was });
      return is === null ? t('sight-differs') : t('sight-words-added', { is });
    }
    case 'covered':
      return sight.words === null ? t('sight-covered-picture') : t('sight-covered-words', { words: sight.words });
    case 'astray':
      return t('sight-astray');
    case 'may-cover':
      return t('sight-may-cover');
    case 'misleading':
      return t('sight-misleading', { name: sight.name ?? '', value: sight.value, shown: sight.shown });
    case 'not-compared':
      return word('not-compared', sight.why) ?? sight.why;
    case 'active': {
      const what = namedAs(word('active', sight.kind) ?? sight.kind, sight);
      return sight.count > 1 ? t('sight-times', { what, count: sight.count }) : what;
    }
    case 'unread':
      return t('sight-unread');
    case 'later':
      return word('later', sight.why, sight.figures) ?? sight.why;
    case 'cause':
      return causeOf(sight.why, sight.figures);
    case 'more':
      return t('sight-more', { count: sight.count });
  }
}

function causeOf(why: string, figures: Record<string, string | undefined>): string {
  const rule = figures['name'] ?? '';
  const values = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value ?? '']));
  return (why === 'constraint' ? word('constraint', rule) : word('cause', why, values)) ?? why;
}

/** The value of a figure: in words where it is one of a few. */
export function valueOf(name: string, value: string): string {
  return word('value', `${name}-${value}`) ?? plain(value);
}

function changeOf(sight: Sight): string {
  return namedAs((sight.change && word('change', sight.change)) ?? t('sight-differs'), sight);
}

function namedAs(what: string, { name }: Sight): string {
  return name === null ? what : t('sight-named', { what, name });
}
