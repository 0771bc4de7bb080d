// The language of the window. Whatever has said a sentence says it again when this changes.

/** Languages in the order in which the choice lists them, each by its own name. */
export const names = { en: 'English', et: 'Eesti', lv: 'Latviešu', lt: 'Lietuvių' } as const;
export type Language = keyof typeof names;
export const languages = Object.keys(names) as Language[];

class Spoken {
  language = $state<Language>('en');
}

export const spoken = new Spoken();
