import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import type { ChainEnd } from './chain.js';

/** An end of the chain, noted outside the database. */
export interface Anchor extends ChainEnd {
  readonly at: string;
}

const LINE = z.object({ seq: z.int().min(1), hash: z.string(), at: z.string() });

/** The file of anchors in the home folder: one JSON object a line, only ever appended to, mode 0600. */
export function anchorFile(home: string): string {
  return join(home, 'audit-anchor.jsonl');
}

/** All anchors in their order; none when there is no file. Throws CONFLICT naming the line that is none. */
export async function readAnchors(path: string): Promise<Anchor[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new AppError('SETUP', `the anchors ${path} cannot be read (${error.code})`, 'check the rights of the file');
  });
  // a line without its end was cut off by a crash while it was written
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line, at) => {
    const parsed = LINE.safeParse(jsonOf(line));
    if (parsed.success) return parsed.data;
    throw new AppError(
      'CONFLICT',
      `line ${at + 1} of ${path} is no anchor`,
      'the file was changed by hand: restore it from its backup',
    );
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Appends one anchor; it is on the disk when this returns. */
export async function writeAnchor(path: string, anchor: Anchor): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    await file.write(`${JSON.stringify(anchor)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
