import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A run of bytes in a known form. */
export interface Pattern {
  readonly form: string;
  readonly bytes: Buffer;
}

/**
 * How a mark would lie in bytes: as it is, in UTF-16LE, and within base64 at each of the three places a letter can
 * begin at.
 */
export function patternsOf(mark: string): Pattern[] {
  const utf8 = Buffer.from(mark, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // the letters that the mark alone decides, whatever stands around it
    return text.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + utf8.length) * 8) / 6));
  });
  return [
    { form: 'UTF-8', bytes: utf8 },
    { form: 'UTF-16LE', bytes: Buffer.from(mark, 'utf16le') },
    ...base64.map((text) => ({ form: 'base64', bytes: Buffer.from(text) })),
    ...base64.map((text) => ({ form: 'base64url', bytes: Buffer.from(text.replace(/\+/g, '-').replace(/\//g, '_')) })),
  ].filter((p, at, all) => all.findIndex((other) => other.bytes.equals(p.bytes)) === at);
}

/** The forms in which any of the marks lies in these bytes. */
export function formsIn(bytes: Buffer, patterns: readonly Pattern[]): string[] {
  return patterns.filter((pattern) => bytes.includes(pattern.bytes)).map(({ form }) => form);
}

/** Every file under a folder with the forms in which marks lie in it; `seen` counts the bytes that were looked at. */
export function look(folder: string, patterns: readonly Pattern[]): { hits: string[]; seen: number } {
  const hits: string[] = [];
  let seen = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    for (const bytes of partsOf(path)) {
      seen += bytes.length;
      hits.push(...formsIn(bytes, patterns).map((form) => `${path}: ${form}`));
    }
  }
  return { hits, seen };
}

const PART = 16 * 1024 * 1024;
const OVERLAP = 256;

/**
 * A file in parts that overlap, so that nothing is cut in two; a part of zeroes alone, as logs that are kept ahead
 * hold, is left out.
 */
function* partsOf(path: string): Generator<Buffer> {
  const handle = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(PART);
  const zeroes = Buffer.alloc(PART);
  try {
    for (let at = 0; at < statSync(path).size; at += PART - OVERLAP) {
      const part = buffer.subarray(0, readSync(handle, buffer, 0, PART, at));
      if (!part.equals(zeroes.subarray(0, part.length))) yield part;
    }
  } finally {
    closeSync(handle);
  }
}
