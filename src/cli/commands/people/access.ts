import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { developmentToken, signedToken } from '../../../api/http/tokens/tokens.js';
import { DAY_MS, HOUR_MS } from '../../../kernel/clock.js';
import { AppError } from '../../../kernel/error.js';
import { plural } from '../../../kernel/plural.js';
import { ROLES, type Role } from '../../../kernel/role.js';
import {
  admitted,
  endToken,
  removeUser,
  type Services,
  saveToken,
  saveUser,
  tokensOf,
  userOf,
  usersOf,
} from '../../../security/index.js';
import { command } from '../../command.js';
import { argument, choice, number, option } from '../../options.js';

interface Asked {
  readonly user?: string;
  readonly service?: string;
  readonly role: Role;
  readonly department?: string;
  readonly purpose?: string;
  readonly days: number;
}

/** A number of days or hours, above 0. */
const lasting = (name: string, least: number, most: number): z.ZodType =>
  z.looseObject({ [name]: z.number().min(least).max(most) });

/**
 * `guanxi users`, `tokens` and `token`: who may ask. No passwords: a user signs in at the company's login server, or
 * has a token.
 */
export const ACCESS = [
  command<{ id: string; role: Role; department?: string }>({
    name: 'users add',
    about: 'add a user by the subject of their tokens, or change their role and department',
    example: 'users add li.na --role analyst --department east',
    args: [argument('<id>')],
    options: [
      choice('--role <role>', 'what they may see and do', ROLES).makeOptionMandatory(),
      option('--department <department>', 'whose rows they are limited to'),
    ],
    formats: [],
    answer: async (services, user) => {
      const { added } = await saveUser(services, user);
      return { said: added ? `added ${user.id} as ${user.role}` : `${user.id} is ${user.role} now` };
    },
  }),
  command<{ id: string; role: Role }>({
    name: 'users role',
    about: 'give a user another role; the department stays',
    example: 'users role li.na marketer',
    args: [argument('<id>'), argument('<role>', 'what they may see and do', ROLES)],
    formats: [],
    answer: async (services, { id, role }) => {
      const { department } = await userOf(services, id);
      await saveUser(services, { id, role, department });
      return { said: `${id} is ${role} now` };
    },
  }),
  command<{ id: string }>({
    name: 'users remove',
    about: 'remove a user and revoke their tokens',
    example: 'users remove li.na',
    args: [argument('<id>')],
    formats: [],
    answer: async (services, { id }) => {
      const { revoked } = await removeUser(services, id);
      return { said: `removed ${id}; ${revoked} ${plural(revoked, 'token')} revoked` };
    },
  }),
  command({
    name: 'users list',
    about: 'list users, removed ones too',
    example: 'users list',
    answer: async (services) => ({ rows: await usersOf(services) }),
  }),
  command<Asked>({
    name: 'tokens create',
    about: 'make a token of a user or a service, and print it this once',
    example: 'tokens create --service till --days 30',
    options: [
      option('--user <id>', 'of a user: role and department are those of the user'),
      option('--service <name>', 'of a service, such as a till'),
      choice('--role <role>', 'of a service', ROLES, 'service'),
      option('--department <department>', 'of a service: whose rows it is limited to'),
      option('--purpose <purpose>', "purpose of access; the role's own when left out"),
      number('--days <n>', 'how long it holds, up to 366', 90),
    ],
    input: lasting('days', 0.01, 366) as z.ZodType<Asked>,
    formats: [],
    answer: async (services, asked, { context }) => {
      const expiresAt = new Date(Date.now() + asked.days * DAY_MS);
      const tokenId = randomBytes(16).toString('base64url');
      const holder = await holderOf(services, asked);
      const { kind, ...content } = { ...holder, tokenId, expiresAt };
      const token = await signedToken(context.config, { ...content, kind: kind === 'USER' ? 'user' : 'service' });
      const { id } = await saveToken(services, { ...holder, tokenId, expiresAt });
      const until = `role ${holder.role}, until ${expiresAt.toISOString()}`;
      context.err(`token ${id} of ${holder.subject}, ${until}; it is not shown again:`);
      return { said: token };
    },
  }),
  command({
    name: 'tokens list',
    about: 'list the tokens made here, newest first',
    example: 'tokens list',
    answer: async (services) => ({ rows: await tokensOf(services) }),
  }),
  command<{ id: string }>({
    name: 'tokens revoke',
    about: 'end a token at once',
    example: 'tokens revoke 1f2e3d4c',
    args: [argument('<id>', 'as `guanxi tokens list` has it')],
    formats: [],
    answer: async (services, { id }) => {
      await endToken(services, id, null);
      return { said: `${id} is revoked; no server takes it any more within 5 s` };
    },
  }),
  command<{ id: string; hours: number }>({
    name: 'tokens expire',
    about: 'let a token end earlier',
    example: 'tokens expire 1f2e3d4c --hours 2',
    args: [argument('<id>', 'as `guanxi tokens list` has it')],
    options: [number('--hours <n>', 'from now, up to 8784', 24)],
    input: lasting('hours', 0.001, 8784) as z.ZodType<{ id: string; hours: number }>,
    formats: [],
    answer: async (services, { id, hours }) => {
      const at = new Date(Date.now() + hours * HOUR_MS);
      await endToken(services, id, at);
      return { said: `${id} ends at ${at.toISOString()}` };
    },
  }),
  command<{ role: Role; hours: number; purpose?: string; department?: string }>({
    name: 'token',
    about: 'print a development token',
    example: 'token --role analyst',
    options: [
      choice('--role <role>', 'what it may see and do', ROLES).makeOptionMandatory(),
      number('--hours <n>', 'how long it holds, 0.1 to 720', 12),
      option('--purpose <purpose>', "purpose of access; the role's own when left out"),
      option('--department <department>', 'whose rows it is limited to'),
    ],
    input: lasting('hours', 0.1, 720) as z.ZodType<{ role: Role; hours: number }>,
    formats: [],
    run: async ({ config }, { role, hours, purpose, department }) => {
      admitted({ id: 'development', role, department, purpose });
      return { said: await developmentToken(config, role, hours, { department, purpose }) };
    },
  }),
];

async function holderOf(services: Services, { user, service, role, department, purpose }: Asked) {
  if ((user === undefined) === (service === undefined))
    throw new AppError('INPUT', 'whose token is it?', 'give one of --user ID and --service NAME');
  if (user === undefined) return { kind: 'SERVICE', subject: service!, role, department, purpose } as const;
  const known = await userOf(services, user);
  return { kind: 'USER', subject: user, role: known.role as Role, department: known.department, purpose } as const;
}
