import { statSync } from 'node:fs';
import { z } from 'zod';
import { contactChannelOf } from '../../consent/index.js';
import { currencyOf } from '../../kernel/input.js';
import { issueOf } from '../../kernel/words/issues.js';
import { readSettingsFile } from '../../kernel/yaml/yaml-file.js';
import { PROVIDER_FIELDS } from './adapters/http-provider.js';
import { problemOfTemplate } from './content.js';

const text = z.string().min(1).max(2000);
const template = text.superRefine((value, context) => {
  const problem = problemOfTemplate(value, PROVIDER_FIELDS);
  if (problem) context.addIssue(issueOf(problem));
});
const address = z.url({ protocol: /^https?$/, error: 'must be an address like https://sms.example/send' });

const secret = z.string().min(32, 'must have 32 characters or more').max(200);

const shared = {
  /** What signs receipts of the channel: one, or the new and the old while it changes. */
  receipts: z.union([secret.transform((one) => [one]), z.array(secret).min(1).max(2)]).optional(),
  perMinute: z.int().min(1).max(1_000_000).optional(),
  cost: z.strictObject({ minor: z.int().min(0).max(1_000_000), currency: currencyOf }).optional(),
};

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
const json: z.ZodType<Json> = z.lazy(() =>
  z.union([template, z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

const answers = z.array(z.union([z.string(), z.number(), z.boolean()]));

const channel = z.discriminatedUnion('adapter', [
  z.strictObject({
    ...{ adapter: z.literal('smtp'), ...shared },
    url: z.string().regex(/^smtps?:\/\/.+/, 'must be an address like smtps://user:password@mail.example:465'),
    from: z.strictObject({ name: text, address: z.email() }),
    replyTo: z.email().optional(),
  }),
  z.strictObject({
    ...{ adapter: z.literal('http'), ...shared, url: address, method: z.enum(['POST', 'PUT']).default('POST') },
    headers: z.record(z.string(), template).default({}),
    body: z.record(z.string(), json),
    as: z.enum(['json', 'form']).default('json'),
    idempotent: z.boolean().default(false),
    taken: z.strictObject({ field: text, is: answers.min(1), later: answers.optional() }).optional(),
  }),
  z.strictObject({
    ...{ adapter: z.literal('mini-program'), ...shared, url: address, templateId: text, page: template.optional() },
    headers: z.record(z.string(), template).default({}),
    state: z.enum(['developer', 'trial', 'formal']).default('formal'),
    language: z.enum(['zh_CN', 'zh_HK', 'zh_TW', 'en_US']).default('zh_CN'),
    fields: z.record(z.string().regex(/^[a-z_]+\d+$/, 'a field of the template, such as thing1'), template),
  }),
  z.strictObject({ adapter: z.literal('webhook'), ...shared, url: address, secret }),
  z.strictObject({ adapter: z.literal('call-list'), ...shared, folder: text.optional() }),
  z.strictObject({ adapter: z.literal('file'), ...shared, folder: text.optional() }),
]);

const FILE = z.strictObject({ channels: z.partialRecord(contactChannelOf, channel) });

type ChannelsFile = z.output<typeof FILE>['channels'];
export type ChannelSettings = z.output<typeof channel>;
type Env = Readonly<Record<string, string | undefined>>;

let last: { readonly path: string; readonly env: Env; readonly state: string; readonly channels: ChannelsFile } | null =
  null;

/**
 * How each channel sends by the file of GUANXI_CHANNELS, with `${NAME}` replaced from the environment; nothing where no
 * file is named. Read again once the file changed. Throws CONFIG naming line and key of everything wrong.
 */
export function channelsOf(
  { GUANXI_CHANNELS: path }: { readonly GUANXI_CHANNELS?: string | undefined },
  env: Env,
): ChannelsFile {
  if (path === undefined) return {};
  const stat = statSync(path, { throwIfNoEntry: false });
  const state = stat ? `${stat.mtimeMs} ${stat.ino} ${stat.size}` : '';
  if (last === null || last.path !== path || last.env !== env || last.state !== state)
    last = { path, env, state, channels: readChannels(path, env) };
  return last.channels;
}

function readChannels(path: string, env: Env): ChannelsFile {
  const fill = (value: unknown, problems: string[]) => {
    const missing = new Set<string>();
    const filled = replaced(value, env, missing);
    problems.push(...[...missing].map((name) => `the variable ${name} is not set`));
    return filled;
  };
  return readSettingsFile(path, { ...SPOKEN, fill }).channels;
}

const SPOKEN = {
  schema: FILE,
  what: 'the file of channels',
  hint: 'correct the named lines; docs/marketing/campaigns.md shows an example of each adapter',
  variable: 'GUANXI_CHANNELS',
} as const;

/** Secrets stay out of the file. */
function replaced(value: unknown, env: Env, missing: Set<string>): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\$\{(\w+)\}/g, (_whole, name: string) => {
      if (!env[name]) missing.add(name);
      return env[name] ?? '';
    });
  if (Array.isArray(value)) return value.map((one) => replaced(one, env, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, env, missing)]));
}
