import { stdin } from 'node:process';
import { z } from 'zod';
import { checked } from '../../../kernel/checked.js';
import { AppError } from '../../../kernel/error.js';
import { plural } from '../../../kernel/plural.js';
import {
  anchorAudit,
  auditEntries,
  checkAccess,
  findCustomer,
  findInput,
  LOOKUP_KINDS,
  listInput,
  personalFields,
  type Services,
  searchCustomers,
  searchInput,
  type Verified,
  verifyAudit,
} from '../../../security/index.js';
import { type Answer, command } from '../../command.js';
import { choice, number, option, required } from '../../options.js';
import { withServices } from '../../session.js';

/** `guanxi audit`: check the chain, anchor it, read it, and look for unusual access. */
export const AUDIT = [
  command({
    name: 'audit verify',
    about: 'check the whole chain of the audit against hashes, head and anchors',
    example: 'audit verify',
    door: 'auditState',
    answer: async (services, _, { context }) => {
      const whole = await verifyAudit(services, context.config.GUANXI_HOME);
      const { findings, intact } = whole;
      const failure = intact ? undefined : tampered(findings.length);
      const instead = intact && findings.length === 0 ? [] : undefined;
      return { rows: findings, instead, whole, said: summaryOf(whole), failure };
    },
  }),
  command({
    name: 'audit anchor',
    about: 'note where the chain ends in the home folder',
    example: 'audit anchor',
    answer: async (services, _, { context }) => {
      const done = await anchorAudit(services, context.config.GUANXI_HOME);
      return { rows: [{ anchored: done !== null, seq: done?.seq ?? null, hash: done?.hash ?? null }] };
    },
  }),
  command<z.output<typeof listInput>>({
    name: 'audit list',
    about: 'list entries of the audit, newest first',
    example: 'audit list --action OPENED --first 10',
    door: 'auditEntries',
    options: [
      option('--viewer <subject>', 'of this token subject only'),
      option('--action <action>', 'of this action only, like OPENED'),
      option('--since <time>', 'ISO 8601 with offset, like 2026-01-01T00:00:00Z'),
      number('--first <count>', 'how many, 1 to 1000', 50),
      option('--before-chain', 'those from before the chain instead'),
    ],
    input: listInput,
    answer: async (services, asked) => ({ rows: await auditEntries(services, asked) }),
  }),
  command<{ days: number }>({
    name: 'audit alerts',
    about: 'look for unusual access, and list the open alerts',
    example: 'audit alerts --days 7',
    door: 'checkAccess',
    options: [number('--days <count>', 'how many days back, 1 to 30', 2)],
    input: z.object({ days: z.number().int().min(1).max(30) }),
    answer: async (services, { days }) => {
      await checkAccess(services, days);
      const rows = await services.graph.read('security/steps/audit/alerts', { status: 'OPEN', limit: 200 });
      const shown = ({ id, rule, severity, viewer, role, at, why }: (typeof rows)[number]) => ({
        ...{ id, rule, severity, viewer, role, at, why },
      });
      return { rows: rows.map(shown) };
    },
  }),
];

function tampered(findings: number): AppError {
  return new AppError(
    'CONFLICT',
    `the audit was tampered with: ${findings} findings`,
    'keep database and anchors as they are, and compare with a backup',
  );
}

function summaryOf({ checked: count, seq, unchained, anchors, intact }: Verified): string {
  const old = unchained > 0 ? `, ${unchained} entries from before the chain that nothing binds` : '';
  const against = `${anchors} ${plural(anchors, 'anchor')}${old}: ${intact ? 'intact' : 'not intact'}`;
  return `${count} entries up to number ${seq} checked against ${against}`;
}

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
