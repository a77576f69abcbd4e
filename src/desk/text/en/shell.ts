import { plural } from '../../../kernel/plural.js';
/** The ways through the page, and what is said beside every answer. */
export const shell = {
  ways: {
    label: 'Views',
    overview: 'Overview',
    influence: 'Influence',
    communities: 'Communities',
    referral: 'Referral',
    companies: 'Companies',
    fraud: 'Fraud',
    spread: 'Spread',
    value: 'Value',
    segments: 'Segments',
    journeys: 'Journeys',
  },
  fresh: {
    analysed: (age: string) => `Analysed ${age}`,
    nothing: 'nothing changed since',
    changed: (what: string) => `out of date: ${what} changed since`,
    ties: (count: string, n: number) => `${count} ${plural(n, 'pair of ties', 'pairs of ties')}`,
    consents: (count: string, n: number) => `the consent of ${count} ${plural(n, 'customer')}`,
    old: 'more than two days old',
    running: 'a new run is under way',
    never: 'Not analysed yet',
  },
  closed: {
    what: 'Your role does not see this.',
    open: (roles: string) => `It is open to: ${roles}.`,
    fix: 'Ask an administrator for a token of another role.',
  },
};
