import { createReadStream, statSync } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../kernel/error.js';
import { type CsvFormat, makeSplitter, type RawRow } from './csv.js';

export interface SourceFormat extends CsvFormat {
  /** As the WHATWG names them: utf-8, gb18030, windows-1252, … */
  readonly encoding: string;
}

export const CSV: SourceFormat = { separator: ',', quote: '"', encoding: 'utf-8' };

export interface Source {
  /** Records by the handful: a promise for each one would cost more than the parsing. */
  readonly hands: AsyncIterable<readonly RawRow[]>;
  /** Share of the file that was read, 0..1. */
  share(): number;
}

/**
 * Reads a file record by record, unzipped when it ends in .gz, no faster than its reader takes. Throws INPUT when it
 * cannot be read.
 */
export function openSource(path: string, format: SourceFormat): Source {
  const size = sizeOf(path);
  let read = 0;
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      read += chunk.length;
      done(null, chunk);
    },
  });
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const ignore = () => undefined; // the reader of the last stream sees the error
  const chunks: Readable = path.endsWith('.gz')
    ? pipeline(file, counted, createGunzip({ chunkSize: 256 * 1024 }), ignore)
    : pipeline(file, counted, ignore);
  return { hands: split(path, chunks, format), share: () => (size === 0 ? 1 : read / size) };
}

async function* split(path: string, chunks: Readable, format: SourceFormat): AsyncGenerator<readonly RawRow[]> {
  const decoder = new TextDecoder(format.encoding); // takes the BOM off
  const splitter = makeSplitter(format);
  try {
    for await (const chunk of chunks) yield splitter.push(decoder.decode(chunk as Buffer, { stream: true }));
  } catch (error) {
    throw unreadable(path, error);
  }
  yield splitter.push(decoder.decode());
  yield splitter.end();
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
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOENT') return new AppError('INPUT', `there is no file ${path}`, 'check the path', {}, error);
  if (code === 'EACCES')
    return new AppError('INPUT', `${path} may not be read`, 'give yourself read access to it', {}, error);
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new AppError('INPUT', `${path} is not a whole gzip file`, 'fetch or pack it again', {}, error);
  return error;
}
