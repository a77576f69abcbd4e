import { stdin } from 'node:process';
import { type Command, Option } from 'commander';
import { checked } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import {
  findCustomer,
  findInput,
  LOOKUP_KINDS,
  personalFields,
  type Services,
  searchCustomers,
  searchInput,
} from '../security/index.js';
import type { CliContext } from './context.js';
import { number, rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Asked {
  readonly kind: string;
  readonly purpose: string;
  readonly first: number;
  readonly format: Format;
}

/** `guanxi find`: customers by name, pinyin, phone, mail or handle, which is read from standard input: an argument would stay in histories and lists of processes. */
export function register(program: Command, context: CliContext): void {
  program
    .command('find')
    .description('customers by what standard input says: a name, its beginning or pinyin, or a phone, mail, handle')
    .requiredOption('--purpose <text>', 'what it is for, without personal data; recorded')
    .addOption(
      new Option('--kind <kind>', 'what standard input says').choices(['NAME', ...LOOKUP_KINDS]).default('NAME'),
    )
    .addOption(number('--first <count>', 'of a name: how many, 1 to 20').default(20))
    .addOption(rowsFormat())
    .action(async (asked: Asked) => {
      const value = await firstLine();
      const { rows, why } = await withServices(context, (services) => find(services, asked, value));
      context.out(formatRows(rows, asked.format));
      context.err(why);
    });
}

type Rows = Record<string, unknown>[];

async function find(services: Services, asked: Asked, value: string): Promise<{ rows: Rows; why: string }> {
  const { kind, purpose, first } = asked;
  const found =
    kind === 'NAME'
      ? await searchCustomers(services, checked(searchInput, { name: value, purpose, first }, 'find'))
      : await findCustomer(services, checked(findInput, { kind, value, purpose }, 'find'));
  const ids = found.customers.map(({ customerId }) => customerId);
  const names = await personalFields(services, ids, ['name']);
  const rows = found.customers.map((row) => ({ ...row, name: names.get(row.customerId)?.name ?? null }));
  return { rows, why: `${found.why}; ${found.remaining} look-ups left today` };
}

/** What is asked for: the first line of standard input. Throws INPUT when there is none. */
async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += chunk as string;
    if (text.includes('\n') || text.length > 1000) break;
  }
  const line = text.split('\n', 1)[0]!.trim();
  if (line !== '') return line;
  throw new AppError('INPUT', 'nothing to find', "write it to standard input: printf '张' | guanxi find --purpose …");
}
