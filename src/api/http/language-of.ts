import type { Request } from 'express';
import type { Language } from '../../kernel/language.js';

/** The language that `?lang=` names, else the one of the two that the browser prefers, else English. */
export function languageOf(request: Request): Language {
  const { lang } = request.query;
  if (lang === 'zh' || lang === 'en') return lang;
  return request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en';
}
