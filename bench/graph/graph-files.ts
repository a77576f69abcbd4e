import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A network from outside: who is in it, and who is tied to whom, each pair once. */
export interface OutsideGraph {
  readonly nodes: readonly string[];
  readonly pairs: readonly OutsidePair[];
}

export interface OutsidePair {
  readonly a: string;
  readonly b: string;
  /** 0..1 */
  readonly closeness: number;
}

const EVEN = 0.5;

/** METIS: a line with counts, then the neighbours of each node, numbered from 1. */
export async function readMetis(file: string): Promise<OutsideGraph> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return fromArcs(
    lines.flatMap((line, at) => words(line).map((other) => [String(at + 1), other] as const)),
    lines.map((_, at) => String(at + 1)),
  );
}

/** One tie a line, ends and further columns parted by blanks or commas; a header of words is left out. */
export async function readEdges(file: string): Promise<OutsideGraph> {
  const lines = (await readFile(file, 'utf8')).split('\n').map(words);
  return fromArcs(lines.filter(([a]) => a !== undefined && /^\d+$/.test(a)).map(([a, b]) => [a!, b!] as const));
}

/** Graphalytics: a node and whom it points to on each line. Direction is left out: the product's ties are mutual. */
export async function readNeighbours(file: string): Promise<OutsideGraph> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').map(words);
  return fromArcs(
    lines.flatMap(([a, ...others]) => others.map((b) => [a!, b] as const)),
    lines.map(([a]) => a!),
  );
}

/** Graphalytics with lengths: closeness e^-length, so that the closest path is the shortest. */
export async function readLengths(file: string): Promise<OutsideGraph> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').map(words);
  const pairs = lines.map(([a, b, length]) => ({ a: a!, b: b!, closeness: Math.exp(-Number(length)) }));
  return { nodes: [...new Set(lines.flatMap(([a, b]) => [a!, b!]))], pairs };
}

/** The expected value of each node, from a Graphalytics output file. */
export async function readExpected(file: string): Promise<Map<string, number>> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').map(words);
  return new Map(lines.map(([node, value]) => [node!, value === 'Infinity' ? Infinity : Number(value)]));
}

/** The product's own import files for it, everybody consenting to profiling. Returns their paths. */
export async function writeCanonical({ nodes, pairs }: OutsideGraph, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const consents = nodes.map(
    (id) => `${id}-p,${id},profiling,ALL,GIVEN,2026-01-01T00:00:00Z,research-1,import,published data`,
  );
  const ties = pairs.map(({ a, b, closeness }) => `${a},${b},SHARES_INTEREST_WITH,${closeness},circle,published`);
  const files = {
    'customers.csv': ['id,source', ...nodes.map((id) => `${id},published`)],
    'consents.csv': ['id,customerId,purpose,channel,action,at,textVersion,via,proof', ...consents],
    'ties.csv': ['fromId,toId,kind,closeness,interest,source', ...ties],
  };
  for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, name), `${lines.join('\n')}\n`);
  return Object.keys(files).map((name) => join(folder, name));
}

function words(line: string): string[] {
  return line
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
}

function fromArcs(arcs: readonly (readonly [string, string])[], all: readonly string[] = []): OutsideGraph {
  const pairs = new Map<string, OutsidePair>();
  for (const [a, b] of arcs) if (a !== b) pairs.set(a < b ? `${a} ${b}` : `${b} ${a}`, { a, b, closeness: EVEN });
  return { nodes: [...new Set([...all, ...arcs.flat()])], pairs: [...pairs.values()] };
}
