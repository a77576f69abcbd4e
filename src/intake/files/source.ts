import { createReadStream, statSync } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../kernel/error.js';
import { type CsvFormat, makeSplitter, type RawRow, type Splitter } from './csv.js';
import { encodingOf } from './encoding.js';
import { makeCardSplitter } from './vcard.js';

export interface SourceFormat extends CsvFormat {
  /** As the WHATWG names them: utf-8, gb18030, windows-1252, …; `found` is UTF-8 or GB18030, as the file shows. */
  readonly encoding: string;
  readonly form: 'csv' | 'vcard';
}

export const CSV: SourceFormat = { separator: ',', quote: '"', encoding: 'found', form: 'csv' };

export interface Source {
  /** Records by the handful: a promise for each one would cost more than the parsing. */
  readonly hands: AsyncIterable<readonly RawRow[]>;
  /** Share of the file that was read, 0..1. */
  share(): number;
}

/**
 * Reads a file record by record, unzipped when it ends in .gz, no faster than its reader takes. Throws INPUT when it
 * cannot be read, or is not text in its encoding.
 */
export function openSource(path: string, format: SourceFormat): Source {
  const size = sizeOf(path);
  let read = 0;
  const bytes = () => bytesOf(path, (count) => (read += count));
  return { hands: split(path, bytes, format), share: () => (size === 0 ? 1 : read / size) };
}

/** Throws INPUT when a file cannot be read, or is not text in the encoding that is said or found. */
export async function checkSource(path: string, format: SourceFormat): Promise<void> {
  sizeOf(path);
  await encodingOf(path, format.encoding, () => bytesOf(path)).catch((error: unknown) => {
    throw unreadable(path, error);
  });
}

function bytesOf(path: string, onRead: (count: number) => void = () => undefined): Readable {
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      onRead(chunk.length);
      done(null, chunk);
    },
  });
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const ignore = () => undefined; // the reader of the last stream sees the error
  return path.endsWith('.gz')
    ? pipeline(file, counted, createGunzip({ chunkSize: 256 * 1024 }), ignore)
    : pipeline(file, counted, ignore);
}

async function* split(
  path: string,
  bytes: () => Readable,
  { encoding, form, ...csv }: SourceFormat,
): AsyncGenerator<readonly RawRow[]> {
  try {
    const decoder = new TextDecoder(await encodingOf(path, encoding, () => bytesOf(path)), { fatal: true }); // takes the BOM off
    const splitter = form === 'vcard' ? makeCardSplitter() : makeSeparatedSplitter(csv);
    for await (const chunk of bytes()) yield splitter.push(decoder.decode(chunk as Buffer, { stream: true }));
    yield splitter.push(decoder.decode());
    yield splitter.end();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A splitter whose separator may be told by the first line, as `sep=;` that spreadsheets write and read. */
function makeSeparatedSplitter(format: CsvFormat): Splitter {
  let splitter: Splitter | null = null;
  let first = '';
  const open = (final: boolean): RawRow[] => {
    if (!final && !first.includes('\n')) return [];
    const told = /^"?sep=(.)"?\r?\n/i.exec(first);
    splitter = makeSplitter(told ? { ...format, separator: told[1]! } : format, told ? 2 : 1);
    return splitter.push(told ? first.slice(told[0].length) : first);
  };
  return {
    push: (text) => {
      if (splitter) return splitter.push(text);
      first += text;
      return open(false);
    },
    end: () => [...(splitter ? [] : open(true)), ...splitter!.end()],
  };
}

function sizeOf(path: string): number {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return stat.size;
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new AppError('INPUT', `${path} is not a file`, 'name the CSV file itself');
}

function unreadable(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOENT') return new AppError('INPUT', `there is no file ${path}`, 'check the path', {}, error);
  if (code === 'EACCES')
    return new AppError('INPUT', `${path} may not be read`, 'give yourself read access to it', {}, error);
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new AppError('INPUT', `${path} is not a whole gzip file`, 'fetch or pack it again', {}, error);
  return error;
}
