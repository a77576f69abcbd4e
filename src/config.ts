import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from './kernel/error.js';
import { roleMap } from './kernel/role-map.js';
import { packageRoot } from './kernel/root.js';
import { retentionDays } from './rights/accountability/retention.js';
import { ACCESS_SETTINGS } from './security/audit/settings.js';
import { KEY_SETTINGS } from './security/sealing/key-settings.js';

/** Every setting of the product: its variable, what it may be, its default, and an example for the message when it is wrong. */
export const SETTINGS = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(4000),
    example: '4000',
    about: 'port of the server; 0 takes a free one',
  },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), example: '127.0.0.1', about: 'address to listen on' },
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']).default('development'),
    example: 'production',
    about: 'production turns introspection, GraphiQL and development tokens off',
  },
  LOG_LEVEL: {
    schema: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
    example: 'info',
    about: 'how much is logged',
  },
  GUANXI_HOME: {
    schema: z.string().min(1).default(join(packageRoot, '.guanxi')),
    example: '.guanxi',
    about: 'folder of all local state',
  },
  GUANXI_DB: {
    schema: z.enum(['auto', 'docker', 'local']).default('auto'),
    example: 'local',
    about: 'which way the database comes up when NEO4J_URI is not set',
  },
  GUANXI_HEAP: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,5}[mg]$/i, 'must be a size like 512m or 2g')
      .optional(),
    example: '2g',
    about: "heap of the database that is started here; a quarter of the machine's memory when not set",
  },
  ...KEY_SETTINGS,
  GUANXI_POLICY: {
    schema: z.string().min(1).optional(),
    example: 'policy.yaml',
    about: 'file of who may see and do what; the one that comes with the product when not set',
  },
  NEO4J_URI: {
    schema: z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s]+$/, 'must start with bolt:// or neo4j://')
      .optional(),
    example: 'neo4j://127.0.0.1:7687',
    about: 'a database of your own',
  },
  NEO4J_USER: { schema: z.string().min(1).default('neo4j'), example: 'neo4j', about: 'its user' },
  NEO4J_PASSWORD: {
    schema: z.string().min(1).optional(),
    example: 'the password of that user',
    about: 'its password; needed with NEO4J_URI',
  },
  NEO4J_DATABASE: { schema: z.string().min(1).default('neo4j'), example: 'neo4j', about: 'name of the database in it' },
  JWT_SECRET: {
    schema: z.string().min(32, 'must have 32 characters or more').optional(),
    example: 'the output of `openssl rand -hex 32`',
    about: 'shared secret of tokens (HS256); made once into the home folder outside production when not set',
  },
  JWKS_URL: {
    schema: z.url().optional(),
    example: 'https://login.example.com/.well-known/jwks.json',
    about: 'public keys of tokens, instead of JWT_SECRET',
  },
  JWT_ISSUER: {
    schema: z.string().min(1).optional(),
    example: 'https://login.example.com/',
    about: 'required issuer of tokens',
  },
  JWT_AUDIENCE: { schema: z.string().min(1).optional(), example: 'guanxi', about: 'required audience of tokens' },
  OIDC_ROLE_CLAIM: {
    schema: z.string().min(1).default('role'),
    example: 'realm_access.roles',
    about: 'claim of the role, a text or a list; dots go into objects',
  },
  OIDC_ROLE_MAP: {
    schema: z
      .string()
      .regex(/^$|^[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*$/, 'must be pairs like crm-users=marketer, with commas between')
      .default('')
      .transform(roleMap),
    example: 'crm-users=marketer,bi=analyst',
    about: "the login server's roles or groups as ours",
  },
  OIDC_DEPARTMENT_CLAIM: {
    schema: z.string().min(1).default('department'),
    example: 'department',
    about: 'claim of the department, whose rows the policy limits',
  },
  OIDC_PURPOSE_CLAIM: {
    schema: z.string().min(1).default('purpose'),
    example: 'purpose',
    about: 'claim of the purpose of access',
  },
  CORS_ORIGINS: {
    schema: z
      .string()
      .default('')
      .transform((v) =>
        v
          .split(',')
          .map((o) => o.trim())
          .filter(Boolean),
      ),
    example: 'https://desk.example.com,https://crm.example.com',
    about: 'origins that may call from a browser',
  },
  RATE_LIMIT: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(600),
    example: '600',
    about: 'requests a minute for one viewer',
  },
  ANALYZE_EVERY: {
    schema: z.coerce.number().min(0).max(8_760).default(24),
    example: '24',
    about: 'hours from one scheduled analysis of a server to the next; 0 for none',
  },
  REQUEST_LAW: {
    schema: z.enum(['PIPL', 'GDPR']).default('PIPL'),
    example: 'GDPR',
    about: 'by when requests of people are answered: PIPL 15 days, GDPR 30',
  },
  RETENTION: {
    schema: z
      .string()
      .default('')
      .refine((text) => retentionDays(text) !== null, 'must be like Event=400,Touch=0 (days; 0 keeps for ever)')
      .transform((text) => retentionDays(text) ?? {}),
    example: 'Event=400,Touch=730',
    about: 'days that events, touches, closed requests and names in the audit are kept, where not the usual ones',
  },
  QUERY_TIMEOUT_MS: {
    schema: z.coerce.number().int().min(100).max(600_000).default(15_000),
    example: '15000',
    about: 'longest time one statement of a request may run',
  },
  ...ACCESS_SETTINGS,
} as const;

export type Settings = typeof SETTINGS;
export type Config = { readonly [K in keyof Settings]: z.output<Settings[K]['schema']> };

/** Reads the settings from the environment. Throws CONFIG naming every wrong variable at once, each with an example. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config: Record<string, unknown> = {};
  const problems: { variable: string; problem: string; example: string }[] = [];
  for (const [variable, { schema, example }] of Object.entries(SETTINGS)) {
    const given = env[variable] === '' ? undefined : env[variable];
    const parsed = schema.safeParse(given);
    if (parsed.success) config[variable] = parsed.data;
    else problems.push({ variable, problem: parsed.error.issues.map((i) => i.message).join('; '), example });
  }
  if (config.NEO4J_URI && !config.NEO4J_PASSWORD && !problems.some((p) => p.variable === 'NEO4J_PASSWORD'))
    problems.push({
      variable: 'NEO4J_PASSWORD',
      problem: 'is needed with NEO4J_URI',
      example: SETTINGS.NEO4J_PASSWORD.example,
    });
  if (problems.length > 0) throw wrongSettings(problems);
  return config as Config;
}

function wrongSettings(problems: { variable: string; problem: string; example: string }[]): AppError {
  return new AppError(
    'CONFIG',
    `wrong settings: ${problems.map((p) => `${p.variable} (${p.problem})`).join(', ')}`,
    problems.map((p) => `${p.variable}: for example ${p.example}`).join('; '),
    { problems },
  );
}
