import type { Command } from 'commander';
import { type DecisionChain, decisionChain } from '../network/index.js';
import type { CliContext } from './context.js';
import { number, rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Options {
  readonly contact?: string;
  readonly from?: string;
  readonly first?: number;
  readonly format: Format;
}

/** `guanxi company ID`: who decides in a client company, and how to get there. */
export function register(program: Command, context: CliContext): void {
  program
    .command('company')
    .argument('<id>', 'like B000001')
    .description('who decides in a client company, who has influence, who stands in between, the best way in')
    .option('--contact <customer>', 'the chains of this one of its people')
    .option('--from <id>', 'the way in from this customer or company')
    .addOption(number('--first <rows>', 'how many of each'))
    .addOption(rowsFormat())
    .action((company: string, options: Options) => show(context, company, options));
}

async function show(context: CliContext, company: string, { format, contact, from, first }: Options): Promise<void> {
  await withServices(context, async (services) => {
    const found = await decisionChain(services, { company, contact, from, first });
    context.out(format === 'json' ? JSON.stringify(found, null, 2) : formatRows(rowsOf(found), format));
    if (format === 'table') context.out(`${company}: ${found.why}; ${found.notShown} not shown`);
  });
}

function rowsOf({ decisionMaker, influencers, gatekeepers, chains, waysIn }: DecisionChain): Record<string, unknown>[] {
  const row = (what: string, who: string, probability: number | null, why: string | null) => ({
    what,
    who,
    probability,
    why,
  });
  return [
    ...(decisionMaker ? [row('decides', decisionMaker.customerId, null, decisionMaker.role)] : []),
    ...chains.map((c) =>
      row('chain', c.people.join(' → '), c.closeness, c.formal ? 'over superiors' : 'over colleagues'),
    ),
    ...influencers.map((i) => row('influencer', i.customerId, i.probability, i.why)),
    ...gatekeepers.map((g) => row('gatekeeper', g.customerId, null, g.why)),
    ...waysIn.map((w) => row('way in', w.people.join(' → '), w.closeness, null)),
  ];
}
