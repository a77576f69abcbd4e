import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import { signedToken } from '../api/http/tokens.js';
import { DAY_MS, HOUR_MS } from '../kernel/clock.js';
import { AppError } from '../kernel/error.js';
import { ROLES, type Role } from '../kernel/role.js';
import { endToken, type Services, saveToken, tokensOf, userOf } from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Asked {
  readonly user?: string;
  readonly service?: string;
  readonly role: Role;
  readonly department?: string;
  readonly purpose?: string;
  readonly days: string;
}

/** `guanxi tokens`: what users and services ask with. A token is shown once; only the hash of its id is kept. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('tokens').description('tokens of users and services: create, list, expire, revoke');
  group
    .command('create')
    .description('print a token, this once')
    .option('--user <id>', 'of a user: role and department are those of the user')
    .option('--service <name>', 'of a service, such as a till')
    .addOption(new Option('--role <role>', 'of a service').choices(ROLES).default('service'))
    .option('--department <department>', 'of a service: whose rows it is limited to')
    .option('--purpose <purpose>', "purpose of access; the role's own when left out")
    .option('--days <n>', 'how long it holds, 1 to 366', '90')
    .action((asked: Asked) => create(context, asked));
  group
    .command('list')
    .description('the tokens made here, newest first')
    .addOption(rowsFormat())
    .action(({ format }: { format: Format }) => list(context, format));
  group
    .command('revoke <id>')
    .description('end a token at once')
    .action((id: string) => end(context, id, null));
  group
    .command('expire <id>')
    .description('let a token end earlier')
    .option('--hours <n>', 'from now', '24')
    .action((id: string, { hours }: { hours: string }) => end(context, id, numberOf('--hours', hours, 8784)));
}

async function create(context: CliContext, asked: Asked): Promise<void> {
  if ((asked.user === undefined) === (asked.service === undefined))
    throw new AppError('INPUT', 'whose token is it?', 'give one of --user ID and --service NAME');
  const expiresAt = new Date(Date.now() + numberOf('--days', asked.days, 366) * DAY_MS);
  const tokenId = randomBytes(16).toString('base64url');
  await withServices(context, async (services) => {
    const holder = await holderOf(services, asked);
    const { subject, role, department, purpose } = holder;
    const kind = holder.kind === 'USER' ? 'user' : 'service';
    const content = { subject, role, department, purpose, tokenId, kind, expiresAt } as const;
    const token = await signedToken(context.config, content);
    const { id } = await saveToken(services, { ...holder, tokenId, expiresAt });
    context.err(`token ${id} of ${subject}, role ${role}, until ${expiresAt.toISOString()}; it is not shown again:`);
    context.out(token);
  });
}

async function holderOf(services: Services, { user, service, role, department, purpose }: Asked) {
  if (user === undefined) return { kind: 'SERVICE', subject: service!, role, department, purpose } as const;
  const known = await userOf(services, user);
  return { kind: 'USER', subject: user, role: known.role as Role, department: known.department, purpose } as const;
}

async function end(context: CliContext, id: string, hours: number | null): Promise<void> {
  const expire = hours === null ? null : new Date(Date.now() + hours * HOUR_MS);
  await withServices(context, (services) => endToken(services, id, expire));
  context.out(
    expire ? `${id} ends at ${expire.toISOString()}` : `${id} is revoked; no server takes it any more within 5 s`,
  );
}

async function list(context: CliContext, format: Format): Promise<void> {
  const rows = await withServices(context, tokensOf);
  context.out(formatRows(rows, format));
}

function numberOf(option: string, text: string, most: number): number {
  const number = Number(text);
  if (number > 0 && number <= most) return number;
  throw new AppError('INPUT', `${option} ${text} is out of bounds`, `a number above 0, up to ${most}`);
}
