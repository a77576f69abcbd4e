import { basename } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { edits, nearest } from '../../kernel/words/nearest.js';
import { KIND_NAMES, type KindName } from '../kinds/names.js';
import { CSV } from './source.js';
import type { Step } from './step.js';

/** The steps of files with canonical headers, known by their names. Throws INPUT on a name that is none of them. */
export function canonicalSteps(files: readonly string[]): Step[] {
  return files.map((path) => canonicalStep(path, basename(path)));
}

function canonicalStep(path: string, name: string): Step {
  const kind = /^(.+)\.csv(\.gz)?$/.exec(name)?.[1] as KindName | undefined;
  if (!kind || !KIND_NAMES.includes(kind))
    throw new AppError(
      'INPUT',
      `unknown file ${name}: a file without a mapping is known by its name`,
      `${likely(kind)}name it one of ${KIND_NAMES.map((known) => `${known}.csv`).join(', ')} (or .csv.gz), or use --mapping`,
    );
  return stepOfKind(kind, { name, path, origin: `${kind}.csv` });
}

/** Edits that a slip of the keyboard makes. */
const FEW = 3;

/** The name that was probably meant, for the hint. */
function likely(kind = ''): string {
  const [near] = nearest(kind, KIND_NAMES, 1).filter((known) => edits(kind, known) <= FEW);
  return near === undefined ? '' : `did you mean ${near}.csv? Else `;
}

/** A step that reads canonical headers of a kind. */
export function stepOfKind(kind: KindName, { name, path, origin }: Pick<Step, 'name' | 'path' | 'origin'>): Step {
  const reading = { format: CSV, columns: null, header: true, skip: null };
  return { name, origin, path, kind, ...reading, lookups: [], where: {}, set: null };
}

/** Nodes before what ties them; steps of one kind stay in the order given. */
export function inOrder(steps: readonly Step[]): Step[] {
  const rank = ({ kind }: Step) => KIND_NAMES.indexOf(kind);
  return [...steps].sort((a, b) => rank(a) - rank(b));
}
