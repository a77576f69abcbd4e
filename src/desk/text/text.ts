import { type Dictionary, en } from './en.js';
import { zh } from './zh.js';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
export type { Dictionary };

export const dictionaries: Readonly<Record<Language, Dictionary>> = { en, zh };

/** The remembered language, else the first one of the browser's list that the desk speaks, else English. */
export function languageOf(remembered: string | null, preferred: readonly string[]): Language {
  const tags = [...(remembered ? [remembered] : []), ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  return LANGUAGES.find((language) => language === tags.find((tag) => tag === 'en' || tag === 'zh')) ?? 'en';
}

/** The other language, for the one switch of the page. */
export function otherThan(language: Language): Language {
  return language === 'en' ? 'zh' : 'en';
}
