import type { SealedField } from '../policy/index.js';

/**
 * What a role without the right sees of a field: enough to tell two people apart, too little to reach or name them. The
 * forms are fixed: 138****1234, 王*, z***@…; their length tells nothing of the value's.
 */
export function mask(field: SealedField, value: string): string {
  switch (field) {
    case 'name':
      return `${first(value, 1)}*`;
    case 'phone':
      return maskPhone(value);
    case 'email':
      return `${first(value, 1)}***@…`;
    case 'birthday':
      return `${value.slice(0, 3)}*-**-**`;
    case 'lunarBirthday':
      return '**-**';
    case 'address':
      return `${first(value, 2)}***`;
    default:
      return `${first(value, 1)}***`;
  }
}

/** Without +86, which every number of a Chinese company has; a number too short to leave four digits out shows none. */
function maskPhone(value: string): string {
  const digits = value.replace(/^\+86(?=1\d{10}$)/, '').replaceAll(/[^\d+]/g, '');
  return digits.length < 11 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** By characters, not by UTF-16 units: a rare Chinese character is two of those. */
function first(value: string, count: number): string {
  return [...value].slice(0, count).join('');
}
