import { z } from 'zod';
import type { ConfigOf } from '../../kernel/settings.js';
import { roleMap } from './role-map.js';

/** Texts with commas between. */
const list = (form: RegExp = /./, problem = 'must not be empty') =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine((all) => all.every((one) => form.test(one)), problem);

/** How the product is served, and whose tokens it takes. */
export const API_SETTINGS = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(4000),
    example: '4000',
    about: 'port of the server; 0 takes a free one',
  },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), example: '127.0.0.1', about: 'address to listen on' },
  ALLOWED_HOSTS: {
    schema: list(/^[a-z0-9.-]+$/i, 'must be host names without port, with commas between'),
    example: 'crm.example.com,desk.example.com',
    about: 'host names that requests may come under, besides loopback and HOST',
  },
  GUANXI_OPEN: {
    schema: z.enum(['', '1']).default(''),
    example: '1',
    about: 'set to 1 to let others than this machine reach a server outside production; pages then hold no tokens',
  },
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
    schema: list(),
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
  QUERY_TIMEOUT_MS: {
    schema: z.coerce.number().int().min(100).max(600_000).default(15_000),
    example: '15000',
    about: 'longest time one statement of a request may run',
  },
} as const;

export type ApiConfig = ConfigOf<typeof API_SETTINGS>;
