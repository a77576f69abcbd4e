import fc from 'fast-check';
import { plausible } from './plausible.js';
import type { Input, Target } from './target.js';
import { rawJson, spoiled } from './values.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
}
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
    readonly example?: unknown;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: object }>>;
  };
}
/** What of an OpenAPI document is read here. */
export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Every parameter and every field of a body of every entry that the document describes. */
export function restTargets({ paths = {} }: Described): Target[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => entryTargets(method.toUpperCase(), path, operation)),
  );
}

type Values = Readonly<Record<string, fc.Arbitrary<unknown>>>;

function entryTargets(method: string, path: string, { parameters = [], requestBody }: Operation): Target[] {
  const body = requestBody?.content['application/json'];
  const sent: Values = Object.fromEntries(
    parameters.map(({ name, schema, example }) => [`${name}`, exampleOr(example, valueFor(name, schema))]),
  );
  const bodyFields = Object.entries(body?.schema.properties ?? {});
  const whole: Values = Object.fromEntries(
    bodyFields.map(([name, schema]) => [name, exampleOr((body?.example as never)?.[name], valueFor(name, schema))]),
  );
  const request = (params: Record<string, unknown>, fields: Record<string, unknown> | null): Input => {
    const inPath = parameters.filter((one) => one.in === 'path');
    const named = inPath.reduce((text, { name }) => text.replace(`{${name}}`, coded(params[name])), path);
    const query = parameters.filter((one) => one.in === 'query' && params[one.name] !== undefined);
    const texts = query.map(({ name }) => `${name}=${coded(params[name])}`);
    return {
      method,
      path: `${named}${texts.length > 0 ? `?${texts.join('&')}` : ''}`,
      body: fields && rawJson(fields),
    };
  };
  const valid = (values: Values) => fc.record(values, { requiredKeys: Object.keys(values).slice(0, 3) });
  const one = (place: 'params' | 'body', name: string): Target => ({
    name: `${method} ${path} ${place}.${name}`,
    inputs: fc
      .tuple(valid(sent), body ? valid(whole) : fc.constant(null), spoiled((place === 'params' ? sent : whole)[name]!))
      .map(([params, fields, value]) => {
        if (place === 'params') return request({ ...params, [name]: value }, fields as never);
        return request(params, { ...(fields as object), [name]: value });
      }),
  });
  return [...parameters.map(({ name }) => one('params', name)), ...bodyFields.map(([name]) => one('body', name))];
}

function exampleOr(example: unknown, otherwise: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return example === undefined ? otherwise : fc.oneof(fc.constant(example), otherwise);
}

/** As an address carries it; half of a character as the bytes that no client would send. */
function coded(value: unknown): string {
  const text = typeof value === 'string' ? value : rawJson(value);
  return [...text]
    .map((one) => (/^\p{Surrogate}$/u.test(one) ? '%ED%A0%80' : encodeURIComponent(one)))
    .join('')
    .slice(0, 8_000);
}

function valueFor(name: string, schema: Schema): fc.Arbitrary<unknown> {
  const { enum: choices, properties, items } = schema;
  const variants = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.constantFrom(...choices);
  if (variants) return fc.oneof(...variants.map((variant) => valueFor(name, variant)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return fc.array(valueFor(name, items ?? {}), { minLength: 1, maxLength: 2 });
  if (properties)
    return fc.record(Object.fromEntries(Object.entries(properties).map(([own, inner]) => [own, valueFor(own, inner)])));
  if (type === 'object') return fc.constant({ id: 'x1', customerId: 'c1', at: '2026-01-01T00:00:00Z' });
  const scalars: Readonly<Record<string, string>> = { integer: 'Int', number: 'Float', boolean: 'Boolean' };
  return plausible(name, schema.format === 'date-time' ? 'DateTime' : (scalars[type as string] ?? 'String'));
}
