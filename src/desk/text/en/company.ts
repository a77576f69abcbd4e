import { plural } from '../../../kernel/plural.js';
/** The companies view. */
export const company = {
  title: 'Companies',
  about: 'Client companies, and which of them are connected',
  none: 'No client companies.',
  choose: 'Company',
  pairs: 'Most connected',
  noPairs: 'No two companies share people, referrals or acquaintances.',
  shared: (count: string, n: number) => `${count} ${plural(n, 'works', 'work')} at both`,
  referrals: (count: string, n: number) => `${count} ${plural(n, 'referral')}`,
  ties: (count: string, n: number) => `${count} ${plural(n, 'acquaintance')}`,
  decision: 'How it decides',
  nobody: 'Nobody who works there consents to profiling, so nobody can be shown.',
  notShown: (count: string, n: number) =>
    n === 1
      ? 'One more person there does not consent to profiling.'
      : `${count} more people there do not consent to profiling.`,
  decides: 'Decides',
  people: 'People shown',
  withChain: (count: string) => `chains shown: ${count}`,
  bestWay: 'Best way in',
  through: (alias: string) => `through ${alias}`,
  noWay: 'Nobody outside knows anyone there.',
  group: { maker: 'decides', staff: 'works there', outside: 'outside' },
  waysIn: 'Ways in, and the chance that each arrives',
  chains: 'Chains inside, to the decision maker',
  noChain: 'No chain of superiors and colleagues leads there.',
  formal: '(each to their superior)',
  influencers: 'Who has a say',
  gatekeepers: 'Who stands in between',
  chainsOf: (count: string, n: number) => `${count} ${plural(n, 'chain')}`,
};
