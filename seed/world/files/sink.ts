/**
 * Files of a world: CSV rows written as they come, each file hashed on the way, so that nothing grows with the world.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../src/kernel/error.js';

export type Cell = string | number | undefined;

export interface Sink {
  /** Adds one row; an absent or empty cell is null. */
  row(cells: readonly Cell[]): void;
  /** Adds text as it is. */
  text(text: string): void;
}

export interface FileInfo {
  name: string;
  /** Data rows, the header not counted. */
  rows: number;
  bytes: number;
  /** SHA-256 in hex. */
  hash: string;
}

export interface Folder {
  open(name: string, header?: readonly string[]): Sink;
  /** Closes all files; throws what `open` and `row` throw. */
  close(): FileInfo[];
}

const CHUNK = 1 << 17;

/** Writes into `folder`, made when missing. Throws SETUP when it cannot be written. */
export function openFolder(folder: string): Folder {
  const files: (() => FileInfo)[] = [];
  guarded(folder, () => mkdirSync(folder, { recursive: true }));
  return {
    open(name, header) {
      const { sink, finish } = guarded(folder, () => openFile(folder, name));
      if (header) sink.text(`${header.join(',')}\n`);
      files.push(finish);
      return sink;
    },
    close: () => files.map((finish) => finish()).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** One hash for many files, whatever the order they were written in. */
export function hashOf(files: readonly FileInfo[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.name} ${file.hash}\n`);
  return hash.digest('hex');
}

function openFile(folder: string, name: string): { sink: Sink; finish: () => FileInfo } {
  const descriptor = openSync(join(folder, name), 'w');
  const hash = createHash('sha256');
  let waiting = '';
  let rows = 0;
  let bytes = 0;
  const flush = () => {
    const buffer = Buffer.from(waiting, 'utf8');
    waiting = '';
    hash.update(buffer);
    bytes += buffer.length;
    guarded(folder, () => writeAll(descriptor, buffer));
  };
  const text = (more: string) => {
    waiting += more;
    if (waiting.length > CHUNK) flush();
  };
  const row = (cells: readonly Cell[]) => {
    rows++;
    text(`${cells.map(quote).join(',')}\n`);
  };
  const finish = () => {
    flush();
    closeSync(descriptor);
    return { name, rows, bytes, hash: hash.digest('hex') };
  };
  return { sink: { row, text }, finish };
}

function writeAll(descriptor: number, buffer: Buffer): void {
  for (let at = 0; at < buffer.length; ) at += writeSync(descriptor, buffer, at);
}

/** RFC 4180: quoted only where a comma, quote or line break asks for it. */
function quote(cell: Cell): string {
  if (cell === undefined) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new AppError(
      'SETUP',
      `world: cannot write into ${folder} (${code})`,
      'name a folder you may write to, with space left',
      {},
      error,
    );
  }
}
