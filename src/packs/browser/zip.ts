import { crc32 } from 'node:zlib';

/** A file of an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly text: string;
}

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that the form knows: the same files make the same bytes. */
const DAY = 0x0021;

/** Files as a ZIP archive, stored as they are (APPNOTE 6.3.3: local headers, central directory, its end). */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const facts = factsOf(data, name.length);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, data);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), short(VERSION), facts, Buffer.alloc(10), long(offset), name);
    offset += 4 + facts.length + name.length + data.length;
  }
  const central = Buffer.concat(directory);
  const counts = [short(0), short(0), short(entries.length), short(entries.length)];
  const end = [Buffer.from('PK\x05\x06', 'latin1'), ...counts, long(central.length), long(offset), short(0)];
  return Buffer.concat([...parts, central, ...end]);
}

/**
 * What both headers of a file say: version, flags, stored, time, day, checksum, sizes, lengths of name and extra field.
 */
function factsOf(data: Buffer, nameLength: number): Buffer {
  const sizes = [long(crc32(data)), long(data.length), long(data.length)];
  return Buffer.concat([
    short(VERSION),
    short(FLAGS),
    short(0),
    short(0),
    short(DAY),
    ...sizes,
    short(nameLength),
    short(0),
  ]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
