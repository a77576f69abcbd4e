import neo4j, { type Integer, type Path } from 'neo4j-driver';
import type { Drawing, DrawnNode, DrawnTie } from '../../kernel/drawing.js';
import { AppError } from '../../kernel/error.js';
import type { CypherType, Field } from './cypher-type.js';
import { sendable, unsendable } from './sendable.js';

/** A node of a path, with the few properties a picture may show. */
/** From a plain value to what the driver sends: JavaScript numbers would travel as FLOAT, so integers are marked. */
export function encode(type: CypherType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) throw unsendable('is no whole number');
      return neo4j.int(value);
    case 'datetime':
      return utcDateTime(timed(value as Date));
    case 'epoch':
      return timed(value as Date).getTime();
    case 'date':
      return dateOf(value as string);
    case 'list':
      return (value as unknown[]).map((item) => encode(type.of, item));
    case 'record':
      return encodeRecord(type.fields, value as Record<string, unknown>);
    default:
      return sendable(value);
  }
}

function timed(at: Date): Date {
  if (Number.isNaN(at.getTime())) throw unsendable('is no time');
  return at;
}

/** What is null is left out: Cypher reads it as null all the same. */
function encodeRecord(fields: readonly Field[], value: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const { name, type } of fields) {
    const inner = value[name];
    if (inner !== null && inner !== undefined) out[name] = encode(type, inner);
  }
  return out;
}

/** Times are stored in UTC; the driver's own conversion would keep this machine's offset. */
function utcDateTime(at: Date): unknown {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const nanoseconds = at.getUTCMilliseconds() * 1_000_000;
  return new neo4j.types.DateTime(
    year,
    month,
    day,
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
    nanoseconds,
    0,
  );
}

function dateOf(text: string): unknown {
  const [year, month, day] = text.split('-').map(Number);
  return new neo4j.types.Date(year!, month!, day!);
}

/**
 * From what the driver returns to plain values: numbers, Date, ISO dates. Throws when an integer does not fit a number.
 */
export function decode(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (neo4j.isInt(value)) return toNumber(value);
  if (neo4j.isDateTime(value)) return value.toStandardDate();
  if (neo4j.isDate(value) || neo4j.isLocalDateTime(value) || neo4j.isDuration(value)) return value.toString();
  if (Array.isArray(value)) return value.map(decode);
  if (neo4j.isPath(value)) return decodePath(value);
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return decodeEntries(value.properties);
  return decodeEntries(value as Record<string, unknown>);
}

function decodeEntries(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
}

function toNumber(value: Integer): number {
  if (value.inSafeRange()) return value.toNumber();
  throw new AppError('TOO_MUCH', 'an integer of the answer is beyond 2^53', 'return it as a string: toString(value)');
}

function decodePath(path: Path): Drawing {
  const nodes = new Map<string, DrawnNode>();
  const ties: DrawnTie[] = [];
  const add = (n: Path['start']) =>
    nodes.set(n.elementId, { id: n.elementId, labels: n.labels, properties: decodeEntries(n.properties) });
  add(path.start);
  for (const { end, start, relationship: r } of path.segments) {
    add(start);
    add(end);
    ties.push({
      id: r.elementId,
      from: r.startNodeElementId,
      to: r.endNodeElementId,
      type: r.type,
      properties: decodeEntries(r.properties),
    });
  }
  return { nodes: [...nodes.values()], ties };
}
