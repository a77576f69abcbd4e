import { z } from 'zod';
import { scoreOf } from '../../scores/index.js';
import { profiles } from './compile.js';
import { CONDITIONS, type ConditionName, type Rule } from './rule.js';
import { CONDITION_WORDS, type ConditionWords, OPTION_WORDS } from './words.js';

/** A field of a condition. */
export interface ConditionField {
  readonly name: string;
  readonly kind: 'text' | 'texts' | 'number' | 'integer' | 'time' | 'map';
  readonly required: boolean;
  /** What it takes, where that is a choice. */
  readonly options: readonly ConditionOption[];
  /** Of a map. */
  readonly fields: readonly ConditionField[];
}

export interface ConditionOption {
  readonly value: string;
  readonly label: string;
  readonly labelZh: string;
}

export interface ConditionKind extends Omit<ConditionWords, 'example'> {
  readonly name: ConditionName;
  /** As JSON, the whole condition. */
  readonly example: string;
  readonly profiles: boolean;
  /** What it takes, in each of its forms. */
  readonly forms: readonly (readonly ConditionField[])[];
}

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Shape[];
}

/** Every condition that a rule may have, with what it takes: read from the schemas that check rules. */
export function conditionKinds(): ConditionKind[] {
  return (Object.keys(CONDITION_WORDS) as ConditionName[]).map((name) => {
    const { example, ...words } = CONDITION_WORDS[name];
    const shape = z.toJSONSchema(CONDITIONS[name], { io: 'input', unrepresentable: 'any' }) as Shape;
    const rule = { [name]: example };
    return {
      ...{ name, ...words, example: JSON.stringify(rule), profiles: profiles(rule as unknown as Rule) },
      forms: (shape.anyOf ?? [shape]).map(fieldsOf),
    };
  });
}

function fieldsOf({ properties = {}, required = [] }: Shape): ConditionField[] {
  return Object.entries(properties).map(([name, shape]) => {
    const kind = kindOf(shape);
    return {
      ...{ name, kind, required: required.includes(name) },
      options: (shape.enum ?? shape.items?.enum ?? []).map(optionOf),
      fields: kind === 'map' ? fieldsOf(shape) : [],
    };
  });
}

function optionOf(value: string): ConditionOption {
  const score = scoreOf(value);
  const [label, labelZh] = OPTION_WORDS[value] ?? (score ? [score.meaning, score.meaningZh] : [value, value]);
  return { value, label, labelZh };
}

function kindOf({ type, format }: Shape): ConditionField['kind'] {
  if (type === 'array') return 'texts';
  if (type === 'object') return 'map';
  if (type === 'integer' || type === 'number') return type;
  return type === 'string' && format === undefined ? 'text' : 'time';
}

/** `docs/marketing/segment-conditions.md`: every condition with what it takes and an example. */
export function conditionsPage(): string {
  const lines = [
    '# Conditions of segments',
    '',
    'Generated from src/value/segments/rule.ts and words.ts by `guanxi generate`: change those, not this. How rules are written:',
    '[segments](segments.md). * is required; `profiles` looks at people who consent to profiling alone.',
  ];
  for (const { name, about, profiles: looks, example, forms } of conditionKinds()) {
    lines.push('', `## ${name}`, '', `${about}${looks ? ' · profiles' : ''}`, '');
    for (const fields of forms) lines.push(...wrapped(fields.map(fieldText)));
    lines.push('', '```json', example, '```');
  }
  return `${lines.join('\n')}\n`;
}

function fieldText({ name, kind, required, options, fields }: ConditionField): string {
  const takes =
    options.length > 0
      ? options.map(({ value }) => value).join(' ')
      : fields.length > 0
        ? `{${fields.map(fieldText).join(', ')}}`
        : kind;
  return `\`${name}\`${required ? '*' : ''} ${takes}`;
}

/** A list item of lines up to 120 characters. */
function wrapped(parts: readonly string[]): string[] {
  const lines = ['-'];
  for (const word of parts.join('; ').split(' ')) {
    const line = lines.at(-1)!;
    if (line.length + 1 + word.length > 120) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
