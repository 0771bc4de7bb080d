import { afterEach, describe, expect, it } from 'vitest';
import { languages, names, spoken } from '../state/language.svelte';
import { bytes, failureLines, speak, t, when } from '../words';
import { stage } from './stage';

afterEach(() => void speak('en'));

async function choose(select: HTMLElement, language: string): Promise<void> {
  (select as HTMLSelectElement).value = language;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the language of the window', () => {
  it('can be chosen on the first screen, is said at once, and is remembered', async () => {
    const { see, backend } = await stage();
    await choose(await see('language'), 'et');
    await see('open-button', (button) => button.textContent === 'Ava fail…');
    expect(document.documentElement.lang).toBe('et');
    expect(document.body.textContent).toContain('Dokument jääb sellesse arvutisse');
    expect(document.body.textContent).not.toContain('The document stays');
    expect(backend.calls).toContain('language et');
  });

  it('tells a screen reader about itself, in itself', async () => {
    const { see } = await stage();
    await choose(await see('language'), 'lt');
    const voice = () => document.querySelector('[aria-live=polite]')?.textContent;
    await see('language', () => voice() === 'Kalba: Lietuvių');
    expect((await see('language')).closest('label')?.textContent).toContain('Kalba');
  });

  it('changes beside an open document without taking anything from the form', async () => {
    const { see, type, find } = await stage({ open: true });
    await type('personal-code', '40504040001');
    const select = await see('language');
    select.focus();
    await choose(select, 'lv');
    await see('sign-button', (button) => button.textContent?.includes('Parakstīt') ?? false);
    expect((find('personal-code') as HTMLInputElement).value).toBe('40504040001');
    expect(document.activeElement).toBe(select);
    expect(find('page-counter')?.textContent).toBe('1. lappuse no 3');
  });

  it('lets the code to compare be read in it', async () => {
    speak('lv');
    const { type, click, see } = await stage({ open: true, stay: 'code' });
    await type('personal-code', '40504040001');
    await click('sign-button');
    await see('verification-code');
    const voices = [...document.querySelectorAll('[aria-live=assertive]')].map((voice) => voice.textContent);
    expect(voices.join()).toContain('Drošības kods: 4 9 2 7');
  });

  it('lists each language by its own name, marked as such', async () => {
    const { see } = await stage();
    const options = [...(await see('language')).querySelectorAll('option')];
    expect(options.map((one) => [one.lang, one.textContent])).toEqual(Object.entries(names));
  });

  it('is English where a tag is none of ours', () => {
    for (const tag of ['ru-RU', '', 'klingon', 'eto']) expect(speak(tag), tag).toBe('en');
    expect(speak('LV-lv')).toBe('lv');
    expect(speak('et_EE.UTF-8')).toBe('et');
    expect(spoken.language).toBe('et');
  });
});

describe('in every language', () => {
  const english = ['unreachable', 'user-refused', 'wrong-code'].map((code) => {
    speak('en');
    return failureLines(code);
  });

  it.each(languages)('%s says failures in words of its own, whole', (language) => {
    speak(language);
    for (const [index, code] of ['unreachable', 'user-refused', 'wrong-code'].entries()) {
      const lines = failureLines(code);
      expect(lines?.what && lines.cause && lines.next, code).toBeTruthy();
      if (language !== 'en') expect(lines).not.toEqual(english[index]);
    }
  });

  it.each([
    ['en', '1 page', '22 pages', '22 November 2026', '1.3 MB'],
    ['et', '1 lehekülg', '22 lehekülge', '22. november 2026', '1,3 MB'],
    ['lv', '1 lappuse', '22 lappuses', '2026. gada 22. novembr', '1,3 MB'],
    ['lt', '1 puslapis', '22 puslapiai', '2026 m. lapkričio 22 d.', '1,3 MB'],
  ])('%s counts, dates and measures as people there do', (language, one, many, day, size) => {
    speak(language);
    expect(t('summary-pages', { count: 1 })).toBe(one);
    expect(t('summary-pages', { count: 22 })).toBe(many);
    expect(when('2026-11-22T12:03:11Z')).toContain(day);
    expect(bytes(1_250_000)).toBe(size);
  });
});
