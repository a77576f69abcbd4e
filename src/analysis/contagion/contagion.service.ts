import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { breather } from '../run/breathe.js';
import { type ContagionInput, type ContagionQuestion, contagionQuestion } from './contagion-question.js';
import { type MarkedTies, type PermutationTest, permutationTest } from './permutation-test.js';
import { verdictOf } from './verdict.js';

const MOST_PEOPLE = 200_000;
/** Ties looked at over all permutations together: some seconds. Fewer permutations are told in the answer. */
const MOST_LOOKS = 400_000_000;
const FEWEST = 99;

export interface ContagionTest extends PermutationTest {
  readonly watch: ContagionQuestion['watch'];
  readonly strata: ContagionQuestion['strata'];
  readonly asOf: Date;
  readonly verdict: string;
}

/**
 * Does churn, or discontent, follow close ties at all? Among customers who consent to profiling and could carry the
 * mark: who ever ordered, or who rated anything in the time. Throws INPUT, CONFLICT when communities are asked for
 * before any were found, and TOO_MUCH above 200,000 of them.
 */
export async function contagionTest({ graph, clock }: Services, given: ContagionInput = {}): Promise<ContagionTest> {
  const question = checked(contagionQuestion, given, 'contagionTest');
  const { watch, days, segments, minCloseness, strata, seed, asOf = clock.now() } = question;
  const limit = MOST_PEOPLE + 1;
  const rows = await graph.read('analysis/steps/spread/contagion-people', {
    watch,
    days,
    segments,
    minCloseness,
    asOf,
    limit,
  });
  if (rows.length > MOST_PEOPLE) throw tooMany();
  if (strata === 'COMMUNITY' && !rows.some(({ communityId }) => communityId !== null)) throw noCommunities();
  const sample = markedTies(rows, strata);
  const permutations = Math.min(
    question.permutations,
    Math.max(FEWEST, Math.floor((2 * MOST_LOOKS) / Math.max(1, sample.ends.length))),
  );
  const test = await breathing(permutationTest(sample, { permutations, seed }));
  return { ...test, watch, strata, asOf, verdict: verdictOf(test, question) };
}

async function breathing<T>(work: Generator<void, T>): Promise<T> {
  const breathe = breather();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await breathe();
  }
}

type Row = { customerId: string; communityId: string | null; marked: boolean; others: readonly string[] };

function markedTies(rows: readonly Row[], strata: ContagionQuestion['strata']): MarkedTies {
  const positions = new Map(rows.map(({ customerId }, at) => [customerId, at]));
  const ends: number[] = [];
  const degrees = new Int32Array(rows.length);
  rows.forEach(({ others }, from) => {
    for (const to of others.flatMap((other) => positions.get(other) ?? [])) {
      ends.push(from, to);
      degrees[from]!++;
      degrees[to]!++;
    }
  });
  return {
    marked: Uint8Array.from(rows, ({ marked }) => (marked ? 1 : 0)),
    ends: Int32Array.from(ends),
    ...(strata === 'DEGREE' ? { strata: [...degrees].map(binOf) } : {}),
    ...(strata === 'COMMUNITY' ? { strata: numbered(rows.map(({ communityId }) => communityId)) } : {}),
  };
}

/** Degrees 0, 1, 2-3, 4-7, 8-15, … */
function binOf(degree: number): number {
  return degree === 0 ? 0 : 1 + Math.floor(Math.log2(degree));
}

function numbered(names: readonly (string | null)[]): number[] {
  const numbers = new Map([...new Set(names)].map((name, at) => [name, at]));
  return names.map((name) => numbers.get(name)!);
}

function tooMany(): AppError {
  return new AppError(
    'TOO_MUCH',
    `contagionTest: more than ${MOST_PEOPLE} people could carry the mark`,
    'watch a shorter time for UNHAPPY, or a network of one region',
  );
}

function noCommunities(): AppError {
  return new AppError(
    'CONFLICT',
    'contagionTest: nobody is in a community yet',
    'run `guanxi analyze` first, or ask with strata DEGREE',
  );
}
