import type { Client } from '../client.js';
import { Figures, Panel, Sparkline } from '../components/index.js';
import { useWords } from '../desk.js';
import type { Format } from '../format.js';
import { type KFactorQuery, kFactorQuery } from '../operations.gen.js';
import type { Dictionary } from '../text/text.js';

/** A change of K a month below which it is steady. */
const STEADY = 1e-6;

/** Whether the programme grows by itself: K of the last year, and by its whole months. */
export function KFactor() {
  const { format, words } = useWords('referral');
  const { whole, decimal, share, month } = format;
  const load = async (client: Client) => (await client.ask(kFactorQuery, {})).kFactor;
  return (
    <Panel id="k-factor" title={words.kFactor} about={words.kFactorAbout} load={load}>
      {({ kFactor: k, invitations, customers, conversion, conversions, slope, periods: all }) => {
        const periods = all.filter(({ complete }) => complete);
        const tendency = Math.abs(slope) < STEADY ? words.steady : slope > 0 ? words.rising : words.falling;
        const ends = [periods[0], periods.at(-1)].map((one) => (one ? month(one.period) : '')) as [string, string];
        return (
          <>
            <Figures
              list={[
                ['K', decimal(k, 3), words.per100(decimal(100 * k))],
                [words.invitations, whole(invitations), words.byCustomers(whole(customers))],
                [words.conversions, share(conversion), words.won(whole(conversions))],
              ]}
            />
            <h3>{words.byMonth}</h3>
            <Sparkline
              points={periods.map((one) => pointOf(one, format, words))}
              label={words.byMonth}
              ends={ends}
              range={{ least: 0, most: Math.max(...periods.map((one) => one.kFactor), 0) }}
              written={(value) => decimal(value, 3)}
            />
            <p class="quiet">
              {k >= 1 ? words.growsAlone : words.needsPush} {tendency}
            </p>
          </>
        );
      }}
    </Panel>
  );
}

type Period = KFactorQuery['kFactor']['periods'][number];

function pointOf(
  { period, kFactor: k, invitations, conversions }: Period,
  format: Format,
  words: Dictionary['referral'],
) {
  const { month, decimal, whole } = format;
  return { value: k, title: words.monthly(month(period), decimal(k, 4), whole(invitations), whole(conversions)) };
}
