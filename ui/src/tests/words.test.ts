import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { families } from '../codes';
import { bytes, failureLines, fileName, obstacleLines, plain, signerName, spelled, t, when } from '../words';

const sources = import.meta.glob<string>(['../**/*.{ts,svelte}', '!../tests/**', '!../fake/**', '!../fake.ts', '!../bindings/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = import.meta.glob<string>('../../../crates/report/locales/en/{main,errors,checks}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const code = Object.values(sources).join('\n');
const words = Object.values(files).join('\n');
const written = new Set([...words.matchAll(/^([a-zA-Z][\w-]*) =/gm)].map((match) => match[1]!));
const coded = new Set(
  Object.entries(families).flatMap(([family, codes]) => codes.map((one) => `${family}-${one}`)),
);
const called = [...code.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((match) => match[1]!);
const literals = new Set([...code.matchAll(/'([a-zA-Z][\w-]*)'/g)].map((match) => match[1]!));
/** Sentences that stand in others. */
const within = new Set([...words.matchAll(/\{ ([a-z][\w-]*) \}/g)].map((match) => match[1]!));
/** Words that belong to a code of a family: `sign-level-b-t-more`, `unknown` codes that a part names itself. */
const longer = new Set(families['sign-level'].map((level) => `sign-level-${level}-more`));

describe('every sentence is there, and none is there for nothing', () => {
  it('has words for whatever is asked for by name', () => {
    expect(called.length).toBeGreaterThan(80);
    expect(called.filter((id) => !written.has(id))).toEqual([]);
  });

  it('has words for every code that comes over the wire', () => {
    expect([...coded].filter((id) => !written.has(id))).toEqual([]);
  });

  it('has no words that nothing asks for', () => {
    expect([...written].filter((id) => !literals.has(id) && !coded.has(id) && !longer.has(id) && !within.has(id))).toEqual([]);
  });

  it('has no sentence that Fluent cannot read', () => {
    const read = Object.values(files).flatMap((text) => new FluentResource(text).body);
    expect(read.filter((entry) => !entry.id.startsWith('-')).length).toBe(written.size);
  });

  it('says what, why and what to do now about every failure and every obstacle', () => {
    for (const one of families.error) {
      const lines = failureLines(one);
      expect(lines?.what, one).toBeTruthy();
      expect(lines?.cause, one).toBeTruthy();
      expect(lines?.next, one).toBeTruthy();
    }
    for (const one of families.obstacle)
      for (const answer of ['failed', 'indeterminate']) {
        const lines = obstacleLines(one, answer);
        expect(lines?.what && lines.cause && lines.next, one).toBeTruthy();
        expect(`${lines?.what}${lines?.cause}${lines?.next}`).not.toContain('{');
      }
  });

  it('puts the figures of a failure into what it says', () => {
    const lines = failureLines('proxy-refused', { proxy: 'proxy.bank.example:3128', host: 'rp-api.example.org' });
    expect(lines?.cause).toContain('proxy.bank.example:3128 answered');
    expect(lines?.next).toBe('Ask whoever runs the network to allow rp-api.example.org, or to look after the proxy.');
  });

  it('says why a service beside the one that signs failed, and what helps', () => {
    const values = { why: 'tsp-unaccepted-policy', asked: 'timestamp', step: 'settings' };
    const lines = failureLines('timestamp-unavailable', values);
    expect(lines?.cause).toContain('does not stamp under the policy');
    expect(lines?.next).toContain('put it right, then finish the signature');
    const other = failureLines('no-timestamp', { why: 'unavailable', asked: 'timestamp', step: 'later' });
    expect(other?.cause).toBe('The time-stamp service is not available just now.');
    expect(failureLines('certificate-status-unknown', { why: 'unavailable', asked: 'crl', step: 'later' })?.cause).toContain('revocation list');
  });

  it('never says one thing for two outcomes that can be told apart', () => {
    const said = families.error.map((one) => JSON.stringify(failureLines(one)));
    expect(new Set(said).size).toBe(said.length);
  });

  it('writes no sentence into the markup itself', () => {
    for (const [path, text] of Object.entries(sources)) {
      if (!path.endsWith('.svelte')) continue;
      const markup = text.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '');
      const bare = markup.replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '').replace(/<[^>]*>/g, ' ');
      expect(bare.match(/[A-Za-z]{3,}/g) ?? [], path).toEqual([]);
    }
  });
});

describe('words', () => {
  it('count pages', () => {
    expect(t('summary-pages', { count: 1 })).toBe('1 page');
    expect(t('summary-pages', { count: 12 })).toBe('12 pages');
  });

  it('say digits one by one', () => expect(spelled('4927')).toBe('4 9 2 7'));

  it('say that a name is a pseudonym, and that there is none', () => {
    expect(signerName({ name: 'Mari', pseudonym: false })).toBe('Mari');
    expect(signerName({ name: 'Mari', pseudonym: true })).toBe('Mari (pseudonym)');
    expect(signerName({ name: ' \u200b', pseudonym: false })).toBe('Unknown signer');
  });

  it('let no foreign text turn the line around', () => {
    expect(plain('contract\u202Efdp.exe')).toBe('contractfdp.exe');
    expect(plain('a\u{e000}\u00ad\u{1d173}\u{10ffff}\u200db')).toBe('a\u200db');
    expect(fileName('C:\\loans\\contract.pdf')).toBe('contract.pdf');
    expect(fileName('/home/mari/contract.pdf')).toBe('contract.pdf');
  });

  it('give sizes and times as people write them', () => {
    expect(bytes(84_312)).toBe('84 kB');
    expect(bytes(1_250_000)).toBe('1.3 MB');
    expect(when('2026-11-22T12:03:11Z')).toContain('22 November 2026');
    expect(when('nonsense')).toBeNull();
  });
});
