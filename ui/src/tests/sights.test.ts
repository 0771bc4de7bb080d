import { expect, test } from 'vitest';
import type { Check } from '../bindings/Check';
import type { Sight } from '../bindings/Sight';
import { circumstancesOf, figuresOf, placesOf, sightLine, valueOf } from '../sights';
import { obstacleLines, speak } from '../words';

const stamp: Sight = {
  what: 'forbidden',
  why: 'level',
  place: { first: 3, last: 3, rect: [72, 144, 216, 180] },
  change: 'annotation-added',
  name: 'Stamp\u202e',
};

test('a change is named with its page and its place in millimetres, in the language spoken', () => {
  speak('en');
  expect(sightLine(stamp)).toBe(
    'page 3, 25 mm from the left, 51 mm from the bottom, 51 × 13 mm: not permitted: annotation added (Stamp)',
  );
  speak('lt');
  expect(sightLine(stamp)).toBe(
    '3 psl., 25 mm nuo kairiojo krašto, 51 mm nuo apačios, 51 × 13 mm: neleidžiama: pridėta pastaba (Stamp)',
  );
  speak('en');
});

test('what is not seen is told with its page alone', () => {
  const hidden = (rect: [number, number, number, number]): Sight => ({ ...stamp, place: { first: 3, last: 3, rect } });
  const line = 'page 3: not permitted: annotation added (Stamp)';
  expect(sightLine(hidden([0, 0, 0, 0]))).toBe(line);
  expect(sightLine(hidden([72, 144, 72, 180]))).toBe(line);
  expect(sightLine(hidden([72, 144, 216, 145]))).toContain('51 × 0 mm');
});

test('pages that were not compared are told as a range', () => {
  const omitted: Sight = { what: 'not-compared', why: 'time', place: { first: 4, last: 9, rect: null }, change: null, name: null };
  expect(placesOf([omitted])).toBe('pages 4 to 9');
  expect(sightLine(omitted)).toBe('pages 4 to 9: not compared, it would have taken too long');
});

test('what can change what is shown is told by kind, with its number and its place', () => {
  const active: Sight = { what: 'active', kind: 'action', count: 1, place: null, change: null, name: 'Launch' };
  expect(sightLine(active)).toBe('an action (Launch)');
  const several: Sight = { ...active, kind: 'script', count: 3, name: null, place: { first: 2, last: 2, rect: null } };
  expect(sightLine(several)).toBe('page 2: JavaScript, 3 times');
  expect(sightLine({ ...active, kind: 'news' })).toBe('news (Launch)');
  const seen = { place: null, change: null, name: null };
  expect(sightLine({ what: 'later', why: 'misplaced', figures: { found: '7', object: '9' }, ...seen })).toBe('object 7 stands where object 9 should');
  expect(sightLine({ what: 'cause', why: 'constraint', figures: { name: 'freshness' }, ...seen })).toBe('revocation data must be fresh');
  expect(sightLine({ what: 'cause', why: 'no-issuer', figures: { certificate: 'CN=Mari' }, ...seen })).toContain('CN=Mari');
  expect(sightLine({ what: 'cause', why: 'news', figures: {}, ...seen })).toBe('news');
  expect(sightLine({ what: 'unread', place: null, change: null, name: null })).toContain('could not be read');
});

test('what is known of a revocation is told as it is', () => {
  const row = (detail: Check['detail'], why?: string): Check => ({
    question: 'signer-revocation',
    answer: 'indeterminate',
    clause: 'EN 319 102-1 §5.2.6',
    detail,
    sights: why ? [{ what: 'cause', why, figures: {}, place: null, change: null, name: null }] : [],
    evidence: [],
  });
  const issued = { issued: '2026-01-01T00:00:00Z' };
  const cause = (check: Check) => obstacleLines(check.question, check.answer, 'nobody', circumstancesOf(check))?.cause;
  expect(cause(row({}))).toContain('There is no proof in the file');
  expect(cause(row(issued))).toContain('too old');
  expect(cause(row(issued, 'data-incomplete'))).toContain('There is more revocation data than is looked at');
  expect(cause(row({ ...issued, revoked: '2026-01-02T00:00:00Z' }, 'data-incomplete'))).toContain('Since when');
});

test('figures that the lines tell better are left out, others stay', () => {
  const check: Check = {
    question: 'changes-after-signing',
    answer: 'failed',
    clause: 'ISO 32000-2 §12.8.2',
    detail: { changes: 'page 3: annotation-added Stamp', later: 'annotation' },
    sights: [stamp],
    evidence: [],
  };
  expect(figuresOf({ ...check, sights: [...check.sights] })).toEqual([['later', 'annotation']]);
  expect(figuresOf({ ...check, sights: [] })).toHaveLength(2);
});

test('a figure that is one of a few is told in words', () => {
  expect(valueOf('later', 'form-filling')).toBe('fields filled in or signed');
  expect(valueOf('certificate', 'CN=Mari')).toBe('CN=Mari');
});
