import { attribution, GROUPINGS, MODELS } from '../../../campaigns/index.js';
import { command } from '../../command.js';
import { choice, number, option } from '../../options.js';
import { money } from '../../table.js';

type Asked = Parameters<typeof attribution>[1];

/** `guanxi attribution`: what is owed to which channel, campaign or variant. */
export const ATTRIBUTION = [
  command<Omit<Asked, 'model' | 'by'> & { model: string; by: string }>({
    name: 'attribution',
    about: 'tell what is owed to which channel, campaign or variant, and to persons who referred',
    example: 'attribution --model markov --by channel --window-days 30',
    door: 'attribution',
    options: [
      choice('--model <model>', 'by which rule', words(MODELS), 'markov'),
      choice('--by <what>', 'by what touches are put together', words(GROUPINGS), 'channel'),
      option('--from <date>', 'earliest conversion; a year before the end when not given'),
      option('--to <date>', 'exclusive; now when not given'),
      number('--window-days <days>', 'days before a conversion that count'),
      number('--half-life-days <days>', 'of time decay'),
      number('--order <touches>', 'touches that the Markov chain remembers, 1 to 3'),
      option('--currency <code>', 'of amounts; that of most conversions when not given'),
    ],
    answer: async (services, { model, by, from, to, ...asked }) => {
      const named = { model: unworded(model), by: unworded(by) } as Pick<Asked, 'model' | 'by'>;
      const whole = await attribution(services, { ...asked, ...named, from: timed(from), to: timed(to) });
      const { currency, attributed, credited, unattributed } = whole;
      const amount = (minor: number | null) => (minor === null || currency === null ? minor : money(minor, currency));
      const rows = whole.credits.map(({ name, touches, conversions, newCustomers, valueMinor, roi, ...cost }) => ({
        ...{ name, touches, conversions, newCustomers, value: amount(Math.round(valueMinor)) },
        ...{ cost: amount(rounded(cost.costMinor)), cac: amount(rounded(cost.cacMinor)), roi },
      }));
      const sum = `${attributed} conversions attributed, credits sum to ${Number(credited.toFixed(6))}`;
      return { whole, rows, said: `${sum}; ${unattributed} had no touch in ${whole.windowDays} days before` };
    },
  }),
];

function words(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase().replaceAll('_', '-'));
}

function unworded(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

function rounded(minor: number | null): number | null {
  return minor === null ? null : Math.round(minor);
}

/** A day alone begins at midnight UTC. */
function timed(text: unknown): unknown {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
}
