import { type Command, Option } from 'commander';
import { plural } from '../kernel/plural.js';
import { ROLES, type Role } from '../kernel/role.js';
import { removeUser, saveUser, userOf, usersOf } from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Given {
  readonly role: Role;
  readonly department?: string;
}

/** `guanxi users`: who may ask. No passwords: a user signs in at the company's login server, or has a token made here. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('users').description('who may ask: add, list, remove, another role');
  const role = () => new Option('--role <role>', 'what they may see and do').choices(ROLES).makeOptionMandatory();
  group
    .command('add <id>')
    .description('add a user by the subject of their tokens')
    .addOption(role())
    .option('--department <department>', 'whose rows they are limited to')
    .action((id: string, given: Given) => save(context, id, given));
  group
    .command('role <id> <role>')
    .description('give a user another role; the department stays')
    .action((id: string, role: Role) => changeRole(context, id, role));
  group
    .command('remove <id>')
    .description('remove a user and revoke their tokens')
    .action((id: string) => remove(context, id));
  group
    .command('list')
    .description('who there is and was')
    .addOption(rowsFormat())
    .action(({ format }: { format: Format }) => list(context, format));
}

async function save(context: CliContext, id: string, given: Given): Promise<void> {
  const { added } = await withServices(context, (services) => saveUser(services, { id, ...given }));
  context.out(added ? `added ${id} as ${given.role}` : `${id} is ${given.role} now`);
}

async function changeRole(context: CliContext, id: string, role: Role): Promise<void> {
  await withServices(context, async (services) => {
    const { department } = await userOf(services, id);
    return saveUser(services, { id, role, department });
  });
  context.out(`${id} is ${role} now`);
}

async function remove(context: CliContext, id: string): Promise<void> {
  const { revoked } = await withServices(context, (services) => removeUser(services, id));
  context.out(`removed ${id}; ${revoked} ${plural(revoked, 'token')} revoked`);
}

async function list(context: CliContext, format: Format): Promise<void> {
  const rows = await withServices(context, usersOf);
  context.out(formatRows(rows, format));
}
