import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { checked } from '../src/kernel/checked.js';
import { AppError } from '../src/kernel/error.js';
import { SEALED_FIELDS } from '../src/security/policy/index.js';
import { sealPerson } from '../src/security/sealing/person.js';
import type { Services } from '../src/security/services.js';
import { withBenchDatabase } from './database.js';
import { type Served, withOwnServer } from './served.js';
import { turns } from './timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(100).max(100_000).default(2000),
  rounds: z.coerce.number().int().min(5).max(1000).default(60),
});

const PLAIN = 'id alias gender city region ageBand joinedAt tier orders spendMinor influence degree';
const listOf = (fields: string) => `{ customers(limit: 100, sort: [{ id: ASC }]) { ${fields} } }`;

/** Plain texts that stand in for personal fields: the same number of fields, none of them masked or unsealed. */
const stoodIn = (fields: readonly string[]) => fields.map((_, at) => `plain${at}: ${['city', 'alias'][at % 2]}`);

/**
 * `npm run bench -- masking`: a list of 100 customers with personal fields, masked and opened; taking turns with the
 * same list with as many plain texts in their place, and with the same list of fewer fields.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, rounds: { type: 'string' } } as const;
  const { customers, rounds } = checked(bounds, parseArgs({ args, options }).values, 'bench masking');
  await withBenchDatabase(context, async (services) => {
    await fill(services, customers);
    await withOwnServer(services, context, ['admin', 'analyst'], async (servedTo) => {
      for (const [what, viewer] of [
        ['masked', servedTo.analyst],
        ['opened, with its audit entry', servedTo.admin],
      ] as const)
        for (const fields of [['name', 'phone'], SEALED_FIELDS]) {
          const [fewer, plain, having] = await turns(rounds, [
            () => timed(viewer, PLAIN),
            () => timed(viewer, `${PLAIN} ${stoodIn(fields).join(' ')}`),
            () => timed(viewer, `${PLAIN} ${fields.join(' ')}`),
          ]);
          const against = (other: number) => `${(having! / other).toFixed(2)} x (${other.toFixed(2)} ms)`;
          context.out(
            `${fields.length} fields ${what}: ${having!.toFixed(2)} ms; against the same without masking and unsealing (as many plain fields) ${against(plain!)}; against the list without these fields ${against(fewer!)}; medians of ${rounds}`,
          );
        }
    });
  });
}

async function fill({ graph, vault }: Services, customers: number): Promise<void> {
  const rows = Array.from({ length: customers }, (_, at) => {
    const { key, wrapped } = vault.newKey();
    const fields = Object.fromEntries(SEALED_FIELDS.map((field) => [field, `${field} of ${at}`]));
    return {
      id: `m${at}`,
      alias: `M-${at}`,
      city: 'Chengdu',
      orders: at % 20,
      keyWrapped: wrapped,
      sealed: sealPerson(vault, key, fields),
    };
  });
  const { driver, database } = graph;
  await driver.executeQuery('UNWIND $rows AS row CREATE (c:Customer) SET c = row', { rows }, { database });
}

async function timed({ url, token }: Served, fields: string): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: listOf(fields) });
  const start = performance.now();
  const text = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text();
  if (!text.includes('"errors"')) return performance.now() - start;
  throw new AppError('SETUP', `the server answered ${text.slice(0, 200)}`, 'check the query of bench/masking.ts');
}
