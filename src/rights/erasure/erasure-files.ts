import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Counts } from './erasure.js';

/** Folders of GUANXI_HOME in which files about people are written: what an import rejected, and copies for people. */
const FOLDERS = ['rejects', 'exports'] as const;

/** What files may call a person: ids and what reaches them, each a whole cell or word. */
export interface Called {
  readonly words: readonly string[];
  /** Whether a cell is one of them under another spelling, as a phone with blanks. */
  is(cell: string): boolean;
}

/**
 * Takes the person's lines out of the files under GUANXI_HOME, and their copies whole. Gives the lines taken by file.
 */
export function eraseFromFiles(home: string, called: Called): Counts {
  const taken = filesIn(home).map((path) => [relative(home, path), eraseFrom(path, called)] as const);
  return Object.fromEntries(taken.filter(([, lines]) => lines > 0));
}

/** Files that still say something of the person. */
export function filesNaming(home: string, called: Called): string[] {
  return filesIn(home)
    .filter((path) => recordsOf(path).some((record) => names(record, called)))
    .map((path) => relative(home, path));
}

function filesIn(home: string): string[] {
  return FOLDERS.map((folder) => join(home, folder))
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
}

function eraseFrom(path: string, called: Called): number {
  const records = recordsOf(path);
  const kept = records.filter((record) => !names(record, called));
  const taken = records.length - kept.length;
  if (taken === 0) return 0;
  const left = path.endsWith('.csv') ? kept.length > 1 : false;
  if (!left) {
    rmSync(path);
    return taken;
  }
  writeFileSync(`${path}.new`, stringify(kept as string[][]), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return taken;
}

/** A CSV by its records; anything else is one record, that goes or stays whole. */
function recordsOf(path: string): string[][] {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.csv')) return [[text]];
  return parse(text, { relax_column_count: true, relax_quotes: true, bom: true });
}

function names(record: readonly string[], { words, is }: Called): boolean {
  return record.some(
    (cell) => is(cell) || words.some((word) => cell === word || (cell.length > 200 && holds(cell, word))),
  );
}

function holds(text: string, word: string): boolean {
  return text.includes(`"${word}"`);
}
