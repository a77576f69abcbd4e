import type { SegmentConditionsQuery } from '../operations.gen.js';

export type ConditionKind = SegmentConditionsQuery['segmentConditions'][number];
export type FormField = ConditionKind['forms'][number][number];

/** A condition as it is being chosen: which, in which of its forms, with what was typed so far. */
export interface RuleRow {
  readonly kind: string;
  readonly form: number;
  readonly not: boolean;
  /** By the name of the field; of a map by `map.field`. Several values of a list stand with commas between. */
  readonly values: Readonly<Record<string, string>>;
}

export interface RuleDraft {
  readonly match: 'all' | 'any';
  readonly rows: readonly RuleRow[];
}

/** A field without fields of its own. */
export type PlainField = Omit<FormField, 'fields'>;

/** Every field that can be filled in, fields of a map by `map.field`. */
export function flatFields(fields: readonly FormField[]): PlainField[] {
  return fields.flatMap((field): PlainField[] => {
    if (field.kind !== 'map') return [field];
    return field.fields.map((inner) => ({ ...inner, name: `${field.name}.${inner.name}`, required: false }));
  });
}

/** A condition begun: what has to be chosen stands at its first choice. */
export function rowOf(kind: ConditionKind, form = 0): RuleRow {
  const chosen = flatFields(kind.forms[form]!)
    .filter(({ required, options, kind: of }) => required && options.length > 0 && of !== 'texts')
    .map(({ name, options }) => [name, options[0]!.value]);
  return { kind: kind.name, form, not: false, values: Object.fromEntries(chosen) };
}

/** The rule as the API takes it; null while a required field is empty. */
export function ruleOfDraft({ match, rows }: RuleDraft, kinds: readonly ConditionKind[]): object | null {
  const parts = rows.map((row) => conditionOf(row, kinds));
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return { [match]: parts };
}

function conditionOf({ kind: name, form, not, values }: RuleRow, kinds: readonly ConditionKind[]): object | null {
  const fields = kinds.find((one) => one.name === name)?.forms[form];
  if (!fields) return null;
  const given: Record<string, unknown> = {};
  for (const { name: field, kind, required } of flatFields(fields)) {
    const text = values[field]?.trim() ?? '';
    if (text === '') {
      if (required) return null;
      continue;
    }
    const [outer, inner] = field.split('.') as [string, string | undefined];
    const value = typed(kind, text);
    if (inner === undefined) given[outer] = value;
    else given[outer] = { ...(given[outer] as object | undefined), [inner]: value };
  }
  return not ? { not: { [name]: given } } : { [name]: given };
}

function typed(kind: string, text: string): unknown {
  if (kind === 'texts')
    return text
      .split(/[,，、]/)
      .map((one) => one.trim())
      .filter(Boolean);
  if (kind === 'number' || kind === 'integer') return Number(text);
  // a stored rule may hold a time within a day, which the field for days does not show
  return kind === 'time' && !text.includes('T') ? `${text}T00:00:00Z` : text;
}

/** The draft of a stored rule; null for one that is nested deeper than the page shows. */
export function draftOfRule(json: string, kinds: readonly ConditionKind[]): RuleDraft | null {
  const rule = JSON.parse(json) as Record<string, unknown>;
  const match = 'any' in rule ? 'any' : 'all';
  const parts = (rule[match] as unknown[] | undefined) ?? [rule];
  const rows = parts.map((part) => rowOfCondition(part as Record<string, unknown>, kinds));
  return rows.some((row) => row === null) ? null : { match, rows: rows as RuleRow[] };
}

function rowOfCondition(part: Record<string, unknown>, kinds: readonly ConditionKind[]): RuleRow | null {
  if ('not' in part) {
    const inner = rowOfCondition(part.not as Record<string, unknown>, kinds);
    return inner && { ...inner, not: !inner.not };
  }
  const [[name, given]] = Object.entries(part) as [[string, Record<string, unknown>]];
  const kind = kinds.find((one) => one.name === name);
  if (!kind) return null;
  const values = Object.fromEntries(
    Object.entries(given).flatMap(([field, value]) =>
      isMap(value)
        ? Object.entries(value).map(([inner, v]) => [`${field}.${inner}`, textOf(v)])
        : [[field, textOf(value)]],
    ),
  ) as Record<string, string>;
  const form = kind.forms.findIndex((fields) => {
    const flat = flatFields(fields);
    const named = flat.find(({ name: field }) => field === 'name');
    const known = (field: string) => flat.some((one) => one.name === field);
    return Object.keys(values).every(known) && (!named || named.options.some(({ value }) => value === values.name));
  });
  return form < 0 ? null : { kind: name, form, not: false, values };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value.replace(/T00:00:00(\.000)?Z$/, '') : String(value);
}
