import { randomInt } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Known people whose names, phones and mails all hold marks that stand nowhere else, to be looked for in bytes. */

export const PEOPLE = 50;
const SYLLABLES = ['zu', 'vex', 'oq', 'wib', 'yth', 'kuj', 'pho', 'xir', 'gwe', 'dzo'];
const MARK = Array.from({ length: 5 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
const DIGITS = `199${String(randomInt(100_000)).padStart(5, '0')}`;

/** In every name and mail; in every phone. */
export const MARKS: readonly string[] = [MARK, DIGITS];
/** In no sealed field: what must be found where the people were written, so that a look can fail. */
export const CITY = `Planted-${randomInt(1e9)}-so-long-that-it-is-kept-apart-from-its-record-in-the-store-of-strings`;

export const idOf = (n: number) => `C${String(n + 1).padStart(7, '0')}`;
export const nameOf = (n: number) => `${SYLLABLES[n % 10]}${MARK} ${SYLLABLES[Math.floor(n / 10)]}`;
export const phoneOf = (n: number) => `${DIGITS}${String(n).padStart(3, '0')}`;
export const mailOf = (n: number) => `n${n}.${MARK}@mail.example`;
const lines = (row: (n: number) => string) => Array.from({ length: PEOPLE }, (_, n) => row(n)).join('\n');

const FILES: Readonly<Record<string, string>> = {
  'customers.csv': `id,name,phone,email,city,ageBand\n${lines((n) => `${idOf(n)},${nameOf(n)},${phoneOf(n)},${mailOf(n)},${CITY},25-34`)}`,
  'identities.csv': `customerId,kind,value\n${lines((n) => `${idOf(n)},PHONE,${phoneOf(n)}\n${idOf(n)},EMAIL,${mailOf(n)}`)}`,
  'source-records.csv': `source,id,customerId,name,phone,email\n${lines((n) => `pos,${n},${idOf(n)},${nameOf(n)},${phoneOf(n)},${mailOf(n)}`)}`,
  'posts.csv': `id,customerId,text\n${lines((n) => `t${n},${idOf(n)},I am ${nameOf(n)} and my number is ${phoneOf(n)}`)}`,
  'consents.csv': `id,customerId,purpose,channel,action,at\n${lines((n) =>
    ['profiling,ALL', 'marketing,SMS', 'research,ALL']
      .map((what, k) => `e${n}-${k},${idOf(n)},${what},GIVEN,2026-01-01`)
      .join('\n'),
  )}`,
  'ties.csv': `fromId,toId,kind,closeness\n${lines((n) => `${idOf(n)},${idOf((n * 7 + 1) % PEOPLE)},FOLLOWS,0.5`)}`,
  'orders.csv': `id,customerId,at,amount,currency\n${lines((n) => `o${n},${idOf(n)},2026-01-${10 + (n % 20)}T10:00:00Z,${n + 1}.00,CNY`)}`,
};

/** Writes the files of an import, or those named, and gives their paths. */
export function writePeople(...names: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-given-'));
  return Object.entries(FILES)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, `${text}\n`);
      return path;
    });
}
