/** A made network whose people pass on what a variant does to them: by how much does each design miss the effect? */
import { assigned } from '../../src/campaigns/experiments/assign.js';
import { type Random, standardNormal } from '../../src/kernel/random.js';
import { type Member, memberOf } from './members.js';

const [COMMUNITIES, SIZE, TIES, INSIDE] = [80, 15, 8, 0.9];
/** What the variant does to who has it, and what neighbours who all have it add: 5 in all. */
const [OWN, PASSED_ON] = [2, 3];
/** What the variant does where everybody has it. */
export const EFFECT = OWN + PASSED_ON;
const HALVES = [
  { id: 'control', share: 0.5 },
  { id: 'variant', share: 0.5 },
];

export interface Person {
  readonly id: string;
  readonly cluster: string;
  readonly neighbours: readonly number[];
}

/** People in communities, nine tenths of whose ties stay inside. */
export function network(random: Random): Person[] {
  const at = (count: number) => Math.floor(random.next() * count);
  return Array.from({ length: COMMUNITIES * SIZE }, (_, i) => {
    const own = Math.floor(i / SIZE);
    const community = () => (random.next() < INSIDE ? own : at(COMMUNITIES));
    const neighbours = Array.from({ length: TIES }, () => community() * SIZE + at(SIZE));
    return { id: `p${i}`, cluster: `k${own}`, neighbours };
  });
}

/** What an experiment would measure, drawn by persons or by communities. */
export function measured(
  people: readonly Person[],
  random: Random,
  experiment: string,
  unit: 'id' | 'cluster',
): Member[][] {
  const variants = people.map((person) => assigned(experiment, person[unit], HALVES));
  // people of one community are alike
  const moods = Array.from({ length: COMMUNITIES }, () => 0.5 * standardNormal(random));
  const members = people.map(({ cluster, neighbours }, i) => {
    const treated = neighbours.filter((n) => variants[n] === 'variant').length;
    const has = variants[i] === 'variant' ? 1 : 0;
    const mood = moods[Math.floor(i / SIZE)]!;
    const value = 10 + mood + OWN * has + (PASSED_ON * treated) / TIES + standardNormal(random);
    const alike = has ? treated : TIES - treated;
    return { variant: variants[i], member: memberOf({ spendMinor: value, cluster, neighbours: TIES, alike, treated }) };
  });
  return HALVES.map(({ id }) => members.filter(({ variant }) => variant === id).map(({ member }) => member));
}
