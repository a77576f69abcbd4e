/** What may be wrong with a field of an input, in plain words of both languages: the schema library's are for programmers. */
import { z } from 'zod';
import type { Language } from '../language.js';
import { plural } from '../plural.js';

/** What is wrong with one field: `path` as the API names it, like `variants.0.text`; empty for the whole, whose words say all. */
export interface Fault {
  readonly path: string;
  readonly text: string;
  readonly textZh: string;
}

type Raw = Parameters<NonNullable<Parameters<typeof z.config>[0]>['customError'] & object>[0];
export type Words = Readonly<Record<Language, string>>;
type Bound = 'least' | 'most';

const MISSING: Words = { en: 'is missing', zh: '未填写' };
const EMPTY: Words = { en: 'must not be empty', zh: '不能为空' };
export const FORM: Words = { en: 'is not written as it must be', zh: '格式不正确' };
const NONE: Words = { en: 'has none of the forms that it may have', zh: '不是允许的任何一种形式' };

const TYPES: Readonly<Record<string, Words>> = {
  string: { en: 'a text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: '是或否' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
  date: { en: 'a time', zh: '时间' },
};

export const FORMS: Readonly<Record<string, Words>> = {
  email: { en: 'must be a mail address, like name@example.com', zh: '须为邮箱地址，如 name@example.com' },
  url: { en: 'must be an address, like https://example.com', zh: '须为网址，如 https://example.com' },
  datetime: { en: 'must be a time, like 2026-01-31T09:30:00Z', zh: '须为时间，如 2026-01-31T09:30:00Z' },
  date: { en: 'must be a day, like 2026-01-31', zh: '须为日期，如 2026-01-31' },
  time: { en: 'must be a time of day, like 09:30', zh: '须为一天中的时刻，如 09:30' },
  uuid: { en: 'must be a UUID', zh: '须为 UUID' },
};

/** The words for an issue; nothing where the schema has words of its own. */
function wordsOf(issue: Raw): Words | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? MISSING : mustBe(TYPES[issue.expected] ?? issue.expected);
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return EMPTY;
      return extent(issue.origin, issue.minimum, 'least');
    case 'too_big':
      return extent(issue.origin, issue.maximum, 'most');
    case 'invalid_format':
      return FORMS[issue.format] ?? FORM;
    case 'invalid_value':
      return among(issue.values);
    case 'unrecognized_keys':
      return {
        en: `has what is not known here: ${issue.keys.join(', ')}`,
        zh: `含有未知的内容：${issue.keys.join('、')}`,
      };
    case 'invalid_union':
      return Array.isArray(issue.options) ? among(issue.options) : NONE;
    case 'not_multiple_of':
      return { en: `must be a multiple of ${issue.divisor}`, zh: `须为 ${issue.divisor} 的倍数` };
    default:
      return undefined;
  }
}

function among(values: readonly unknown[]): Words {
  const one = values.length === 1;
  const names = values.map(String);
  return {
    en: `must be ${one ? '' : 'one of '}${names.join(', ')}`,
    zh: `须为${one ? '' : '其中之一：'}${names.join('、')}`,
  };
}

/** That a field must be of a type, named as the schema library does or in words. */
export function mustBe(type: string | Words): Words {
  const { en, zh } = typeof type === 'string' ? (TYPES[type] ?? { en: type, zh: type }) : type;
  return { en: `must be ${en}`, zh: `须为${zh}` };
}

interface Counted {
  readonly en: readonly [one: string, many: string];
  readonly zh: string;
}
const CHARACTERS: Counted = { en: ['character', 'characters'], zh: '个字' };
const ENTRIES: Counted = { en: ['entry', 'entries'], zh: '项' };
const COUNTED: Readonly<Record<string, Counted>> = { string: CHARACTERS, array: ENTRIES, set: ENTRIES, map: ENTRIES };

/** `must have 3 entries or fewer`, `must be 3 or more`. */
function extent(origin: string, bound: unknown, which: Bound): Words {
  const counted = COUNTED[origin];
  const limit = origin === 'date' ? new Date(Number(bound)).toISOString() : String(bound);
  const than = which === 'least' ? 'more' : counted ? 'fewer' : 'less';
  const en = counted ? `have ${limit} ${plural(Number(bound), ...counted.en)}` : `be ${limit}`;
  return {
    en: `must ${en} or ${than}`,
    zh: `不能${which === 'least' ? '少于' : '超过'} ${limit}${counted ? ` ${counted.zh}` : ''}`,
  };
}

// for every schema of the product, wherever it is read
z.config({ customError: (issue) => wordsOf(issue)?.en });

/** That an object must have one of these keys, and no other of them. */
export function oneOf(keys: readonly string[]): Words {
  return { en: `must have exactly one of ${keys.join(', ')}`, zh: `须有且只有其中之一：${keys.join('、')}` };
}

/** The Chinese of what schemas say in words of their own, by the English: an issue carries a message and no more. */
const OWN = new Map<string, string>();

/** A schema's own words for what is wrong, as the message that the library wants. For words that stand in the code. */
export function own(en: string, zh: string): string {
  OWN.set(en, zh);
  return en;
}

/** An issue for `addIssue`, in words that are put together as it is found. */
export function issueOf(words: Words, path: readonly PropertyKey[] = []) {
  return { code: 'custom' as const, message: words.en, params: { words }, path: [...path] };
}

/** An issue as a fault. */
export function faultOf(issue: z.core.$ZodIssue): Fault {
  return faultWith(issue.path.join('.'), wordsTold(issue));
}

/** The library keeps no values: that one was missing shows in its words only. */
function wordsTold(issue: z.core.$ZodIssue): Words {
  const { code, message: en } = issue;
  const told: Words | undefined = code === 'custom' ? issue.params?.words : undefined;
  if (told) return told;
  const zh = OWN.get(en);
  if (zh !== undefined) return { en, zh };
  const words = wordsOf({ ...issue, input: en === MISSING.en ? undefined : null } as Raw);
  return { en, zh: words?.en === en ? words.zh : WRONG_ZH };
}

/** Of a schema that has words in English alone, as those of files have. */
const WRONG_ZH = '填写不正确';

export function faultWith(path: string, { en, zh }: Words): Fault {
  return { path, text: en, textZh: zh };
}
