import fc from 'fast-check';

/** An enum's value: a bare name in a document, a text in variables. */
export class EnumName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Names that a look-up in a plain object finds without anybody having put them there. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

const TEXTS = [
  ...NAMES,
  ...['', ' ', '\0', 'c\ud800', '\udfffx', '\u0001\u001b[31m', '\u202e', '\ufeff', 'e\u0301'.repeat(40), '👨‍👩‍👧'],
  ...[
    "' OR 1=1 //",
    '"}) RETURN 1 //',
    '`) DETACH DELETE n //',
    '$x',
    '\u0024{x}',
    '{{constructor}}',
    '{{#a}}',
    '%00',
    '../..',
  ],
  ...['null', 'undefined', 'NaN', '-1', '1e400', '0x10', '9'.repeat(400), 'x'.repeat(30_000), '长'.repeat(3_000)],
];

const TIMES = [
  ...['2026-02-30', '2026-01-01', '0000-00-00', '+275760-09-13T00:00:00Z', '9999-12-31T23:59:59.999999999Z'],
  ...['2026-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '2026-01-01T24:00:00Z', '1e3', '2026-01-01T00:00:00[Mars/Base]'],
  ...['-000001-01-01T00:00:00Z', '2026-06-30T23:59:60Z', '2026-01-01T00:00:00+99:99'],
];

const NUMBERS = [
  ...[0, -0, -1, 1, 0.1, 1e-320, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64, 1e18, 1e308],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_SAFE_INTEGER],
];

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...TIMES) },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
);
export const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer(), fc.double());
export const time = fc.constantFrom(...TIMES);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const key = fc.oneof(fc.constantFrom(...NAMES, 'id', 'AND', 'rule', 'eq', 'x'), fc.string({ maxLength: 8 }));

/** A value of any shape: nested, wide, with keys that every object has. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.array(scalar, { maxLength: 4 }),
  fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
  })).object,
  fc.integer({ min: 3, max: 60 }).map((depth) => nested(depth)),
  fc.constant(Array.from({ length: 6_000 }, () => 'x')),
);

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : depth % 2 === 0 ? [nested(depth - 1)] : { AND: nested(depth - 1) };
}

/**
 * A value with one of its leaves, or the whole, changed into what nobody should send: most often something of the
 * leaf's own type.
 */
export function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const swap = fc.record({ at: fc.nat(1_000), other: fc.nat(9), text, number, time, anything });
  return fc.tuple(valid, swap).map(([value, { at, other, ...by }]) => {
    if (other < 2) return by.anything;
    const leaves = leavesOf(value);
    const chosen = leaves[at % leaves.length] ?? [];
    const replace = (old: unknown) => {
      if (other < 4) return by.anything;
      if (typeof old === 'number') return by.number;
      return typeof old === 'string' && /^\d{4}-/.test(old) ? by.time : by.text;
    };
    return replaced(value, chosen, replace);
  });
}

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof EnumName) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

function replaced(value: unknown, [first, ...rest]: Path, by: (old: unknown) => unknown): unknown {
  if (first === undefined) return by(value);
  if (Array.isArray(value)) return value.map((inner, at) => (at === first ? replaced(inner, rest, by) : inner));
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([name, inner]) => [name, name === first ? replaced(inner, rest, by) : inner]));
}

/** JSON as an attacker writes it: numbers that no JSON writer makes, halves of characters, `__proto__` as a key. */
export function rawJson(value: unknown): string {
  return written(
    value,
    (name) => JSON.stringify(name),
    (name) => JSON.stringify(name),
  );
}

/** The value as a literal of a GraphQL document. */
export function rawLiteral(value: unknown): string {
  return written(
    value,
    (key) => key,
    (name) => name,
  );
}

function written(value: unknown, key: (name: string) => string, name: (name: string) => string): string {
  if (value instanceof EnumName) return name(value.name);
  if (typeof value === 'number') return numberOf(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((inner) => written(inner, key, name)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(value ?? null);
  const entries = Object.entries(value).map(([own, inner]) => `${key(own)}:${written(inner, key, name)}`);
  return `{${entries.join(',')}}`;
}

function numberOf(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '1e999' : '-1e999';
  return Object.is(value, -0) ? '-0' : value === 2 ** 53 + 2 ? '9007199254740993' : String(value);
}
