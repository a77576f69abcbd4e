import { setImmediate as nextTurn } from 'node:timers/promises';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import { bestNode, type Search } from '../network/best-node.js';
import { type Release, type RiskReport, releaseOf } from '../statistic/release.js';
import { codedTable, type Group } from './coded-table.js';
import { SPEND_CUTS, spendBandName, UNKNOWN } from './columns.js';
import { ladderOf } from './hierarchy.js';
import { DATE_CHARS, type TableInput, type TableQuestion, tableInput } from './table-input.js';

const MOST_GROUPS = 200_000;
const MOST_NODES = 20_000;

export interface PublishedTable extends Release {
  readonly report: RiskReport & { readonly nodes: number; readonly looked: number };
}

/**
 * A k-anonymous table of the people who consent to the purpose: generalised so far as it must be, no ids, recorded.
 * Throws INPUT, CONFLICT when nothing fits, TOO_MUCH above 200,000 combinations of values or 20,000 ways to generalise.
 */
export async function publishTable(services: Services, given: TableInput): Promise<PublishedTable> {
  const question = checked(tableInput, given, 'publishTable');
  const table = codedTable(await groupsOf(services, question), await laddersOf(services, question));
  const nodes = table.columns.reduce((product, { levels }) => product * levels.length, 1);
  if (nodes > MOST_NODES)
    throw tooMany(`${nodes} ways to generalise`, 'publish fewer columns, or give them fewer levels');
  const { k, l, suppress: suppressionLimit, sensitive } = question;
  const search = await searched(bestNode(table, { k, l }, Math.floor(suppressionLimit * table.total)));
  if (search.best === null || search.best.suppressed === table.total) throw nothingFits(table.total, question);
  const { rows, report } = releaseOf(table, search.best, { k, l, suppressionLimit, sensitive });
  const fields = [...question.columns, ...(sensitive === null ? [] : [sensitive])];
  const detail = `k ${k}, l ${l}, purpose ${question.purpose}`;
  await recordAudit(services, { action: 'PUBLISHED', subject: 'table', fields, count: report.published, detail });
  return { rows, report: { ...report, nodes: search.nodes, looked: search.looked } };
}

async function groupsOf({ graph, clock }: Services, question: TableQuestion): Promise<Group[]> {
  const { columns, sensitive, joinedFrom, purpose: purposeId } = question;
  const rows = await graph.read('publish/steps/publish-groups', {
    purposeId,
    now: clock.now(),
    columns,
    sensitive,
    dateChars: DATE_CHARS[joinedFrom],
    spendCuts: SPEND_CUTS,
    limit: MOST_GROUPS + 1,
  });
  if (rows.length > MOST_GROUPS)
    throw tooMany(`more than ${MOST_GROUPS} combinations of values`, 'take fewer columns, or joinedFrom year');
  const told = (value: string | null) =>
    sensitive === 'spendBand' && value !== null ? spendBandName(Number(value)) : (value ?? UNKNOWN);
  return rows.map(({ values, sensitive: value, people }) => ({
    values: values.map((one) => one ?? UNKNOWN),
    sensitive: told(value),
    people,
  }));
}

async function laddersOf({ graph }: Services, { columns, hierarchies }: TableQuestion) {
  const places = columns.includes('city') ? await graph.read('publish/steps/publish-places', {}) : [];
  const regionOf = new Map(places.map(({ city, region }) => [city, region]));
  return columns.map((column) => ladderOf(column, hierarchies, regionOf));
}

/** Runs the search, letting other requests in between. */
async function searched(search: Generator<void, Search>): Promise<Search> {
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}

function tooMany(what: string, hint: string): AppError {
  return new AppError('TOO_MUCH', `publishTable: ${what}`, hint);
}

function nothingFits(people: number, { k, l, purpose, sensitive }: TableQuestion): AppError {
  const diverse = l > 1 ? `, or fewer than ${l} values of ${sensitive}` : '';
  return new AppError(
    'CONFLICT',
    `publishTable: nothing can be published: ${people} people consent to ${purpose}, fewer than k ${k} in every class${diverse}`,
    'ask more people for their consent, or take a smaller k or l',
    { people },
  );
}
