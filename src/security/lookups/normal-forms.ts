/** One spelling for what identifies a person, so that equal values have equal keyed hashes. */

/** A phone as E.164: digits with +; without a country code it is a number of `country` (default China). Null when it cannot be one. */
export function normalPhone(text: string, country = '86'): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\-().]/g, '');
  const match = /^(\+|00)?(\d{5,15})$/.exec(digits);
  if (!match) return null;
  if (match[1]) return `+${match[2]}`;
  const national = match[2]!;
  // 86 and eleven digits is a full number written without its plus
  if (national.length === 13 && national.startsWith('861') && country === '86') return `+${national}`;
  return `+${country}${national.replace(/^0+/, '')}`;
}

/** The value as it is hashed: phones E.164, mail and handles in lower case, cards without blanks. Null when nothing is left. */
export function normalIdentity(kind: string, text: string): string | null {
  const value = text.normalize('NFKC').trim();
  switch (kind) {
    case 'PHONE':
      return normalPhone(value);
    case 'EMAIL':
      return /^[^\s@]+@[^\s@]+$/.test(value) ? value.toLowerCase() : null;
    case 'MEMBER_CARD':
    case 'PAYMENT':
    case 'DEVICE':
      return value.replace(/[\s-]/g, '').toUpperCase() || null;
    case 'ADDRESS':
      return value.replace(/[\s,，。.]/g, '').toLowerCase() || null;
    default:
      return value.replace(/^@/, '').toLowerCase() || null;
  }
}
