import { stdin } from 'node:process';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import {
  findCustomer,
  findInput,
  LOOKUP_KINDS,
  personalFields,
  type Services,
  searchCustomers,
  searchInput,
} from '../../security/index.js';
import { type Answer, command } from '../command.js';
import { choice, number, required } from '../options.js';
import { withServices } from '../session.js';

interface Asked {
  readonly kind: string;
  readonly purpose: string;
  readonly first: number;
}

/**
 * `guanxi find`: what is looked for is read from standard input: an argument would stay in histories and lists of
 * processes.
 */
export const FIND = [
  command<Asked>({
    name: 'find',
    about: 'find customers by what standard input says: a name, its beginning or pinyin, or a phone, mail, handle',
    example: "find --purpose 'call back'",
    door: 'searchCustomers',
    options: [
      required('--purpose <text>', 'what it is for, without personal data; recorded'),
      choice('--kind <kind>', 'what standard input says', ['NAME', ...LOOKUP_KINDS], 'NAME'),
      number('--first <count>', 'of a name: how many, 1 to 20', 20),
    ],
    run: async (context, asked) => {
      const value = await firstLine();
      return withServices(context, (services) => find(services, asked, value));
    },
  }),
];

async function find(services: Services, { kind, purpose, first }: Asked, value: string): Promise<Answer> {
  const found =
    kind === 'NAME'
      ? await searchCustomers(services, checked(searchInput, { name: value, purpose, first }, 'find'))
      : await findCustomer(services, checked(findInput, { kind, value, purpose }, 'find'));
  const ids = found.customers.map(({ customerId }) => customerId);
  const names = await personalFields(services, ids, ['name']);
  const rows = found.customers.map((row) => ({ ...row, name: names.get(row.customerId)?.name ?? null }));
  return { rows, notes: [`${found.why}; ${found.remaining} lookups left today`] };
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
