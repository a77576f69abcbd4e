import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { KIND_NAMES, type KindName } from '../kinds/names.js';
import { type Fault, faultsText } from '../rows/row.js';
import { stepOfKind } from './canonical.js';
import type { RawRow } from './csv.js';
import { readMapping } from './mapping.js';
import { CSV, openSource } from './source.js';
import type { Step } from './step.js';

/** Columns that a rejects file puts before those of the file itself. */
const OWN = ['_import', '_line', '_column', '_reason'] as const;

interface Rejects {
  /** Keeps a row with all that is wrong with it. */
  add(raw: RawRow, faults: readonly Fault[]): void;
  readonly count: number;
  /** Where they are; null when there are none. */
  readonly path: string | null;
  close(): Promise<void>;
}

/** A rejects file, made with the first reject. Rows in it are personal data: folder 0700, file 0600. */
export function openRejects(folder: string, at: Date, step: Step, header: () => readonly string[]): Rejects {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace('.', '');
  const path = join(folder, `${stamp}-${step.name.replace(/\.csv(\.gz)?/, '').replace(/[^\w.]+/g, '-')}.csv`);
  let stream: WriteStream | null = null;
  let count = 0;
  const open = (): WriteStream => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = createWriteStream(path, { mode: 0o600 });
    made.write(lineOf([...OWN, ...header()]));
    return made;
  };
  return {
    add: (raw, faults) => {
      count++;
      stream ??= open();
      const columns = faults.map(({ column }) => column).join(' ');
      stream.write(lineOf([step.origin, String(raw.line), columns, faultsText(faults), ...raw.cells]));
    },
    get count() {
      return count;
    },
    get path() {
      return stream && path;
    },
    close: () => new Promise((done) => (stream ? stream.end(done) : done())),
  };
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** The step that reads a corrected rejects file as its rows were first read. Throws INPUT when it is none. */
export async function rejectsStep(path: string, dir: string | undefined): Promise<Step> {
  const [header, first] = await firstRows(path);
  const origin = header?.cells[0] === OWN[0] ? first?.cells[0] : undefined;
  if (origin === undefined)
    throw new AppError(
      'INPUT',
      `${path} is no rejects file`,
      'name a file of the rejects folder, with its first four columns left in',
    );
  const name = `${path.split(/[\\/]/).at(-1)} (corrected)`;
  const kind = origin.replace(/\.csv$/, '') as KindName;
  if (KIND_NAMES.includes(kind)) return { ...stepOfKind(kind, { name, path, origin }) };
  const [mapping, at] = [origin.slice(0, origin.lastIndexOf('#')), Number(origin.slice(origin.lastIndexOf('#') + 1))];
  const step = readMapping(mapping, dir ?? dirname(mapping))[at];
  if (!step)
    throw new AppError('INPUT', `${mapping} has no file number ${at}`, 'bring the mapping file back as it was');
  return { ...step, name, path, format: CSV, columns: null, header: true, skip: null };
}

async function firstRows(path: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const hand of openSource(path, CSV).hands) {
    rows.push(...hand.slice(0, 2));
    if (rows.length >= 2) break;
  }
  return rows;
}
