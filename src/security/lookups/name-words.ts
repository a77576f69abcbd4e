import { pinyin } from 'pinyin-pro';

/** How a name fits what was looked for. */
export type NameMatch = 'EXACT' | 'PREFIX' | 'PINYIN';

/** Most words that one name is found by. */
export const MOST_WORDS = 32;

const HAN = /\p{Script=Han}/u;
/**
 * Longest beginnings that are kept: of Chinese characters, of a word in letters, of pinyin. A longer one is told by the
 * name itself.
 */
const LONGEST = { han: 4, word: 6, pinyin: 8 } as const;
const WORDS = 4;

/**
 * The words that a name is found by, at most MOST_WORDS: `e|` the whole name; `p|` its beginnings (of Chinese from one
 * character, else of each word from two letters); `y|` beginnings of its pinyin without tones and of the pinyin's
 * initials, from two letters. A surname is read as surnames are (单 shan, 曾 zeng), and as the character is elsewhere
 * where there is room.
 */
export function nameWords(name: string): string[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const whole = words.join('');
  const beginnings = HAN.test(whole)
    ? prefixes(whole, 1, LONGEST.han)
    : words.slice(0, WORDS).flatMap((word) => prefixes(word, 2, LONGEST.word));
  const sounds = readingsOf(whole).flatMap(({ letters, initials }) => [
    ...prefixes(initials, 2, LONGEST.pinyin),
    ...prefixes(letters, 2, LONGEST.pinyin),
  ]);
  const all = [`e|${exactOf(words)}`, ...beginnings.map((w) => `p|${w}`), ...sounds.map((w) => `y|${w}`)];
  return [...new Set(all)].slice(0, MOST_WORDS);
}

/**
 * What must all be among a name's words for it to fit, for each kind of match; an empty list where that kind cannot be.
 */
export type Wanted = Readonly<Record<NameMatch, readonly string[]>>;

/** What to look for by a text; null when it is shorter than one Chinese character or two letters. */
export function wantedWords(text: string): Wanted | null {
  const words = wordsOf(text);
  const whole = words.join('');
  const EXACT = [`e|${exactOf(words)}`];
  if (HAN.test(whole)) return { EXACT, PREFIX: [`p|${start(whole, LONGEST.han)}`], PINYIN: [] };
  if ([...whole].length < 2) return null;
  const long = words.filter((word) => [...word].length > 1);
  return {
    EXACT,
    PREFIX: long.map((word) => `p|${start(word, LONGEST.word)}`),
    PINYIN: [`y|${start(whole, LONGEST.pinyin)}`],
  };
}

/** How a name fits a text, or null: told by the name itself, since only beginnings are kept of it. */
export function matchOf(text: string, name: string): NameMatch | null {
  const [asked, words] = [wordsOf(text), wordsOf(name)];
  if (asked.length === 0 || words.length === 0) return null;
  const [whole, named] = [asked.join(''), words.join('')];
  if (exactOf(asked) === exactOf(words)) return 'EXACT';
  if (HAN.test(whole)) return named.startsWith(whole) ? 'PREFIX' : null;
  if (!HAN.test(named)) return asked.every((a) => words.some((word) => word.startsWith(a))) ? 'PREFIX' : null;
  const sounds = readingsOf(named).flatMap(({ letters, initials }) => [letters, initials]);
  return sounds.some((sound) => sound.startsWith(whole)) ? 'PINYIN' : null;
}

/** Lower case, half width, without accents on Latin letters, parted at whatever is neither letter nor digit. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  return plain
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}

/** Chinese names are written with and without blanks and dots. */
function exactOf(words: readonly string[]): string {
  const whole = words.join('');
  return HAN.test(whole) ? whole : words.join(' ');
}

interface Reading {
  readonly letters: string;
  readonly initials: string;
}

/**
 * Ways a Chinese name is read aloud, the likeliest first; none for a name without Chinese characters. ü is `v`, `u` and
 * `yu`.
 */
function readingsOf(whole: string): Reading[] {
  if (!HAN.test(whole)) return [];
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const ways = [pinyin(whole, { ...options, surname: 'head' }), pinyin(whole, options)];
  const syllables = ways.map((way) => way.map((s) => s.toLowerCase()).filter((s) => /^[a-z0-9]+$/.test(s)));
  // ü is written v, u and, in passports, yu
  const spelled = ['$1u', '$1yu'].flatMap((as) => syllables.map((way) => way.map((s) => s.replace(/^([nl])v/, as))));
  const readings = [...syllables, ...spelled].map((way) => ({
    letters: way.join(''),
    initials: way.map((s) => s[0]).join(''),
  }));
  return [...new Map(readings.map((reading) => [reading.letters, reading])).values()];
}

function prefixes(word: string, from: number, to: number): string[] {
  const signs = [...word];
  const lengths = Array.from({ length: Math.max(0, Math.min(signs.length, to) - from + 1) }, (_, n) => from + n);
  return lengths.map((length) => signs.slice(0, length).join(''));
}

function start(word: string, length: number): string {
  return [...word].slice(0, length).join('');
}
