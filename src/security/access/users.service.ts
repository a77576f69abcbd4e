import { z } from 'zod';
import type { GraphTransaction } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { ROLES } from '../../kernel/role.js';
import { own } from '../../kernel/words/issues.js';
import { recordAudit } from '../audit/record.js';
import type { Services } from '../services.js';
import { admitted } from './admit.js';
import { hashOfToken } from './standing.js';

const name = z
  .string()
  .regex(
    /^[\w@.:|-]{1,200}$/,
    own('may have letters, digits and @ . : | - _ only, at most 200', '只能含字母、数字和 @ . : | - _，最多 200 个'),
  );
const role = z.enum(ROLES);
const optional = z.string().min(1).max(100).nullish();
const userInput = z.strictObject({ id: name, role, department: optional });
const tokenInput = z.strictObject({
  kind: z.enum(['USER', 'SERVICE']),
  subject: name,
  role,
  department: optional,
  purpose: optional,
  tokenId: z.string().min(22),
  expiresAt: z.date(),
});
const prefix = z
  .string()
  .regex(
    /^[0-9a-f]{12,64}$/,
    own('must be the id that `guanxi tokens list` shows', '须为 `guanxi tokens list` 列出的编号'),
  );

/**
 * Adds a user, or gives one another role and department. Throws INPUT, FORBIDDEN (department the policy does not know).
 */
export async function saveUser(services: Services, input: z.input<typeof userInput>): Promise<{ added: boolean }> {
  const user = checked(userInput, input, 'user');
  admitted(user);
  const { clock, viewer } = services;
  return audited(services, { action: 'USER_SAVED', subject: user.id, detail: user.role }, async (tx) => {
    const row = { ...user, department: user.department ?? null, by: viewer.id, now: clock.now() };
    const { added } = await tx.write('security/steps/access/access-user-save', row);
    return { added: added > 0 };
  });
}

/** Removes a user with every token of theirs; refused within seconds on every server. Throws NOT_FOUND. */
export async function removeUser(services: Services, id: string): Promise<{ revoked: number }> {
  const now = services.clock.now();
  return audited(services, { action: 'USER_REMOVED', subject: id }, async (tx) => {
    const { removed, revoked } = await tx.write('security/steps/access/access-user-remove', { id, now });
    if (removed === 0) throw new AppError('NOT_FOUND', 'no such user', '`guanxi users list` shows who is there');
    return { revoked };
  });
}

/** Notes a token of this server: the hash of its id, never the token. Throws INPUT, FORBIDDEN, NOT_FOUND (user). */
export async function saveToken(services: Services, input: z.input<typeof tokenInput>): Promise<{ id: string }> {
  const { tokenId, ...token } = checked(tokenInput, input, 'token');
  const { subject, role, department = null, purpose = null } = token;
  admitted({ id: subject, role, department, purpose });
  const id = hashOfToken(tokenId);
  return audited(services, { action: 'TOKEN_CREATED', subject: id.slice(0, 12), detail: role }, async (tx) => {
    const row = { ...token, id, department, purpose, now: services.clock.now() };
    const { saved } = await tx.write('security/steps/access/access-token-save', row);
    if (saved === 0)
      throw new AppError('NOT_FOUND', 'no such user', 'add the user first: `guanxi users add ID --role ROLE`');
    return { id: id.slice(0, 12) };
  });
}

/** Revokes a token, or lets it end at an earlier time. Throws INPUT, NOT_FOUND. */
export async function endToken(services: Services, id: string, expire: Date | null = null): Promise<void> {
  const given = { prefix: checked(prefix, id, 'token'), expire, now: services.clock.now() };
  const action = expire ? 'TOKEN_EXPIRED' : 'TOKEN_REVOKED';
  await audited(services, { action, subject: given.prefix }, async (tx) => {
    const { ended } = await tx.write('security/steps/access/access-token-end', given);
    if (ended !== 1) throw new AppError('NOT_FOUND', 'no such token that holds', 'see `guanxi tokens list`');
  });
}

/** The users there are and were. */
export function usersOf({ graph }: Services): Promise<RowOf<'security/steps/access/access-users'>[]> {
  return graph.read('security/steps/access/access-users', {});
}

/** The user that is there. Throws NOT_FOUND. */
export async function userOf(services: Services, id: string): Promise<RowOf<'security/steps/access/access-users'>> {
  const user = (await usersOf(services)).find((row) => row.id === id && row.removedAt === null);
  if (user) return user;
  throw new AppError('NOT_FOUND', 'no such user', 'add the user first: `guanxi users add ID --role ROLE`');
}

/** The tokens that were made here. */
export function tokensOf({ graph }: Services): Promise<RowOf<'security/steps/access/access-tokens'>[]> {
  return graph.read('security/steps/access/access-tokens', {});
}

interface Entry {
  readonly action: string;
  readonly subject: string;
  readonly detail?: string;
}

/** The change and its audit entry together or not at all. */
function audited<T>(services: Services, entry: Entry, work: (tx: GraphTransaction) => Promise<T>): Promise<T> {
  return services.graph.transaction(async (tx) => {
    const done = await work(tx);
    await recordAudit(services, { ...entry, count: 1 }, tx);
    return done;
  });
}
