import type { Command } from 'commander';
import { developmentToken } from '../api/http/tokens.js';
import { AppError } from '../kernel/error.js';
import { ROLES, type Role } from '../kernel/role.js';
import { admitted } from '../security/index.js';
import type { CliContext } from './context.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('token')
    .description('print a development token')
    .requiredOption('--role <role>', `one of ${ROLES.join(', ')}`)
    .option('--hours <n>', 'how long it holds, 0.1 to 720', '12')
    .option('--purpose <purpose>', "purpose of access; the role's own when left out")
    .option('--department <department>', 'whose rows it is limited to')
    .action((options: Asked) => run(context, options));
}

interface Asked {
  readonly role: string;
  readonly hours: string;
  readonly purpose?: string;
  readonly department?: string;
}

async function run({ config, out }: CliContext, { role, hours, purpose, department }: Asked): Promise<void> {
  if (!(ROLES as readonly string[]).includes(role))
    throw new AppError('INPUT', `unknown role "${role}"`, `one of ${ROLES.join(', ')}`);
  const time = Number(hours);
  if (!(time >= 0.1 && time <= 720))
    throw new AppError('INPUT', `--hours ${hours} is not a time`, 'a number from 0.1 to 720');
  admitted({ id: 'development', role: role as Role, department, purpose });
  out(await developmentToken(config, role as Role, time, { department, purpose }));
}
