import type { Readable } from 'node:stream';
import { AppError } from '../../kernel/error.js';

/**
 * Share of the two-byte signs of GB18030 that lie in GB 2312, where everyday Chinese does, for a text to count as such.
 */
const EVERYDAY = 0.9;

/**
 * The encoding of a file: the one that is said, when all of it can be read so, or else UTF-8 or GB18030, whichever it
 * is. Reads the file to its end, so that nothing is made of one that is not text. Throws INPUT naming what is wrong.
 */
export async function encodingOf(path: string, said: string, bytes: () => Readable): Promise<string> {
  if (said !== 'found') {
    if (await isIn(said, bytes())) return said;
    throw notText(path, `cannot be read as ${said}`);
  }
  if (await isIn('utf-8', bytes(), (start) => refuseUtf16(path, start))) return 'utf-8';
  const pairs = makePairCount();
  if ((await isIn('gb18030', bytes(), undefined, pairs.take)) && pairs.everyday() >= EVERYDAY) return 'gb18030';
  throw notText(path, 'is neither UTF-8 nor GB18030');
}

async function isIn(
  encoding: string,
  bytes: Readable,
  onStart?: (start: Buffer) => void,
  onChunk?: (chunk: Buffer) => void,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let started = false;
  for await (const chunk of bytes) {
    if (!started) onStart?.(chunk as Buffer);
    started = true;
    onChunk?.(chunk as Buffer);
    if (!decodes(() => decoder.decode(chunk as Buffer, { stream: true }))) return false;
  }
  return decodes(() => decoder.decode());
}

function decodes(work: () => string): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** By its mark, or by the zeros that stand beside every Latin letter. */
function refuseUtf16(path: string, start: Buffer): void {
  const [a, b] = start;
  const some = start.subarray(0, 1000);
  const zeros = (odd: number) => some.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const little = (a === 0xff && b === 0xfe) || zeros(1) > some.length / 8;
  const big = (a === 0xfe && b === 0xff) || zeros(0) > some.length / 8;
  if (!little && !big) return;
  const encoding = little ? 'utf-16le' : 'utf-16be';
  throw new AppError(
    'INPUT',
    `${path} is UTF-16`,
    `save it as UTF-8 (in Excel "CSV UTF-8"), or say \`encoding: ${encoding}\` and its separator in a mapping`,
    { encoding },
  );
}

function notText(path: string, what: string): AppError {
  return new AppError(
    'INPUT',
    `${path} ${what}`,
    'save it as UTF-8 (in Excel "CSV UTF-8"), or say its encoding in a mapping, as `encoding: windows-1252`',
  );
}

/**
 * Tells Chinese text from bytes that only happen to fit: both bytes of everyday Chinese are 0xA1 or more, while a
 * single accented letter of another encoding is followed by a plain one.
 */
function makePairCount() {
  let lead = 0;
  let all = 0;
  let everyday = 0;
  return {
    take: (chunk: Buffer) => {
      for (const byte of chunk) {
        if (lead === 0) lead = byte > 0x80 ? byte : 0;
        else {
          all++;
          if (lead >= 0xa1 && lead <= 0xf7 && byte >= 0xa1) everyday++;
          lead = 0;
        }
      }
    },
    everyday: () => (all === 0 ? 0 : everyday / all),
  };
}
