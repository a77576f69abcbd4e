import type { StatisticQuestion } from './statistic-input.js';

/**
 * What two data sets differ in that are to be told apart no better than exp(epsilon), and how far the answer can then
 * move.
 */
export interface Protection {
  /** L1 sensitivity: the most that all numbers of the answer move together, in their unit. */
  readonly sensitivity: number;
  readonly neighbours: string;
  readonly why: string;
}

const PERSON = 'the same customers with one person more or less';
const TIE = 'the same people with one tie more or less';

/**
 * The neighbouring relation and the sensitivity of a question, with the reason (Dwork, McSherry, Nissim, Smith 2006).
 */
export function protectionOf({ ask, lower = 0, upper = 0 }: StatisticQuestion): Protection {
  switch (ask) {
    case 'COUNT':
      return { sensitivity: 1, neighbours: PERSON, why: 'one person counts 1 or nothing' };
    case 'HISTOGRAM':
      return {
        sensitivity: 1,
        neighbours: PERSON,
        why: 'one person is in one bin; the bins are stated, not read off the data',
      };
    case 'SUM': {
      const sensitivity = Math.max(Math.abs(lower), Math.abs(upper));
      return { sensitivity, neighbours: PERSON, why: `one person counts from ${lower} to ${upper}, cut to that` };
    }
    case 'DEGREES':
      return { sensitivity: 4, neighbours: TIE, why: 'one tie moves two people, each out of one bin into another' };
    case 'TIES':
      return { sensitivity: 1, neighbours: TIE, why: 'one tie counts 1' };
    case 'COMMUNITY_SIZES':
      return {
        sensitivity: 2,
        neighbours: 'the same communities with one member more or less',
        why: 'one member changes one size, which leaves one band and enters another; how ties shaped the communities is not protected',
      };
  }
}
