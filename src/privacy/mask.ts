import type { SealedField } from './policy.js';

const STAR = '*';

/** What a role without the right sees of a field: enough to tell two people apart, too little to reach or name them. */
export function mask(field: SealedField, value: string): string {
  switch (field) {
    case 'name':
      return first(value, 1) + STAR.repeat(2);
    case 'phone':
      return value.length < 8 ? STAR.repeat(4) : `${value.slice(0, 3)}****${value.slice(-2)}`;
    case 'email':
      return `${first(value, 1)}***@${value.split('@')[1]?.replace(/^[^.]*/, '***') ?? '***'}`;
    case 'birthday':
      return `${value.slice(0, 3)}*-**-**`;
    case 'address':
      return `${first(value, 2)}***`;
    default:
      return `${first(value, 1)}***`;
  }
}

/** By characters, not by UTF-16 units: a rare Chinese character is two of those. */
function first(value: string, count: number): string {
  return [...value].slice(0, count).join('');
}
