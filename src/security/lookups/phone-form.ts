import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Where a number without a country code belongs to, unless a mapping says otherwise. */
const HOME: CountryCode = 'CN';

const LABEL = /^(?:p|t|m|tel|phone|mobile|cell|电话|手机|手机号|座机|联系电话)\s*[:：]\s*/i;
const EXTENSION = /\s*(?:;\s*ext\s*=|(?:ext|extension|x|#|转|轉|分机|分機|内线)\s*[.:：]?)\s*\(?\d{1,6}\)?\s*$/i;
/** A whole Chinese landline, with or without its country code, and what follows it after a hyphen. */
const LANDLINE = /^((?:(?:\+|00)?86[\s-]?)?\(?0?\d{2,3}\)?[\s-]?\d{7,8})\s*[-–—]\s*\d{1,6}$/;

/**
 * One phone number as E.164 without its extension (libphonenumber); a number without a country code is one of
 * `country`. Null where it is none: letters, 1.38E+10, the same digit over and over, too short or too long for its
 * country.
 */
export function phoneForm(text: string, country: CountryCode = HOME): string | null {
  const told = text
    .replace(LABEL, '')
    .replace(EXTENSION, '')
    .replace(LANDLINE, '$1')
    .replace(/^\s*(\+|00)(.*)\(0\)/, '$1$2');
  const digits = told.replace(/[\s\-–—().·/]/g, '').replace(/^00(?=[1-9])/, '+');
  if (!/^\+?\d{5,16}$/.test(digits) || /^(?:\+\d{1,3}|0)?(\d)\1{6,}$/.test(digits)) return null;
  const mobile = /^(?:\+?86)?0?(1[3-9]\d{9})$/.exec(digits);
  if (mobile && (country === HOME || digits.startsWith('+86'))) return `+86${mobile[1]}`;
  const number = parsePhoneNumberFromString(digits, country);
  if (!number?.isPossible()) return null;
  // the eleven digits of a Chinese number that begin with 1 are a mobile's, and those begin with 13 to 19
  return number.country === HOME && /^1[0-2]\d{9}$/.test(number.nationalNumber) ? null : number.number;
}
