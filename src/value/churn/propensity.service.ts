import { z } from 'zod';
import type { Graph } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { CATEGORY_NAMES, rowOf } from './features.js';
import { knownUntil } from './known-until.js';
import { LONGEST_MS, lastModel, type ModelRun, type TrainAsked, trainModel } from './model-run.service.js';
import { type Member, populationAt } from './population.service.js';
import { probabilityOf } from './train.js';

export interface PropensityRun extends ModelRun {
  readonly category: { readonly id: string; readonly name: string | null; readonly nameZh: string | null };
  /** Scored with the model at once. */
  readonly scored: number;
}

/**
 * Trains how likely a customer buys of a category within the horizon, as churn is trained, and scores every customer
 * still here. Throws NOT_FOUND for an unknown category, CONFLICT where the data cannot bear it.
 */
export async function trainPropensity(
  services: Services,
  { category: name, ...given }: TrainAsked & { readonly category: string },
): Promise<PropensityRun> {
  const category = await categoryOf(services, name);
  const graph = services.graph.withTimeout(LONGEST_MS);
  const kind = kindOf(category.id);
  const run = await trainModel(
    { ...services, graph },
    { ...given, kind },
    async ({ cutOff, horizonDays, names }) => {
      const bought = await boughtAt(graph, category.id, { cutOff, horizonDays });
      return {
        rows: bought.members.map((member) => bought.rowOf(names, member)),
        labels: bought.members.map(({ facts }) => ((bought.of.get(facts.customerId)?.after ?? 0) > 0 ? 1 : 0)),
      };
    },
    { names: CATEGORY_NAMES },
  );
  return { ...run, category, scored: await score({ ...services, graph }, run, category.id) };
}

/** The last training of a category, or null. Throws NOT_FOUND for an unknown category. */
export async function lastPropensity(services: Services, name: string): Promise<ModelRun | null> {
  return lastModel(services, kindOf((await categoryOf(services, name)).id));
}

function kindOf(category: string): string {
  return `propensity:${category}`;
}

const categoryName = z.string().min(1).max(200);

async function categoryOf({ graph }: Pick<Services, 'graph'>, name: string) {
  const [category] = await graph.read('value/steps/churn/category', { name: categoryName.parse(name) });
  if (category) return category;
  throw new AppError('NOT_FOUND', `there is no category "${name}"`, 'name one by its id or its name, as imported');
}

async function score(services: Services, { id, card }: ModelRun, category: string): Promise<number> {
  const { graph } = services;
  const at = services.clock.now();
  const cutOff = await knownUntil(services);
  const bought = await boughtAt(graph, category, { cutOff, horizonDays: card.horizonDays });
  const rows = bought.members.map((member) => ({
    customerId: member.facts.customerId,
    probability: probabilityOf(card.trained, bought.rowOf(card.trained.names, member)),
  }));
  const { saved } = await graph.writeBatches('value/steps/churn/propensity-save', rows, { category, model: id, at });
  await graph.write('value/steps/churn/propensity-clean', { category, at });
  await noteScoreRun(services, 'propensity');
  return saved;
}

type Bought = RowOf<'value/steps/churn/propensity-facts'>;

/**
 * The population at a cut-off with what everybody bought of a category; neighbours are marked by having bought of it
 * lately.
 */
async function boughtAt(graph: Graph, category: string, at: { cutOff: Date; horizonDays: number }) {
  const of = new Map<string, Bought>();
  const members = await populationAt(graph, at, async (people) => {
    const customers = [...people.keys()];
    for (let from = 0; from < customers.length; from += PAGE) {
      const asked = { customers: customers.slice(from, from + PAGE), category, ...at };
      for (const row of await graph.read('value/steps/churn/propensity-facts', asked)) of.set(row.customerId, row);
    }
    return new Map(customers.map((id) => [id, (of.get(id)?.lately ?? 0) > 0]));
  });
  const extra = ({ facts: { customerId } }: Member): Readonly<Record<string, number>> => {
    const { year = 0, lately = 0, lastAt = null } = of.get(customerId) ?? {};
    const since = lastAt ? (at.cutOff.getTime() - lastAt.getTime()) / DAY_MS : NEVER_DAYS;
    return {
      categoryYear: Math.log1p(year),
      categoryLately: Math.log1p(lately),
      categoryRecency: Math.log1p(Math.min(since, NEVER_DAYS)),
    };
  };
  return {
    ...{ of, members },
    rowOf: (names: readonly string[], member: Member) => {
      const added = extra(member);
      const common = names.filter((name) => !(name in added));
      return [
        ...rowOf(common, member.facts, member.neighbours, at.cutOff),
        ...CATEGORY_NAMES.map((name) => added[name]!),
      ];
    },
  };
}

const PAGE = 5_000;
/** Days that stand for never, and for longer ago. */
const NEVER_DAYS = 730;
