import type { Client } from '../client.js';
import { Panel } from '../components/panel.js';
import { Sparkline } from '../components/sparkline.js';
import { Figures } from '../components/table.js';
import { useDesk } from '../desk.js';
import { kFactorQuery } from '../operations.gen.js';

/** A change of K a month below which it is steady. */
const STEADY = 1e-6;

/** Whether the programme grows by itself: K of the last year, and by months. */
export function KFactor() {
  const { text, format } = useDesk();
  const { referral: words } = text;
  const { whole, decimal, share, month } = format;
  const load = async (client: Client) => (await client.ask(kFactorQuery, {})).kFactor;
  return (
    <Panel id="k-factor" title={words.kFactor} about={words.kFactorAbout} load={load}>
      {({ kFactor: k, invitations, customers, conversion, conversions, slope, periods }) => {
        const tendency = Math.abs(slope) < STEADY ? words.steady : slope > 0 ? words.rising : words.falling;
        const ends = [periods[0], periods.at(-1)].map((one) => (one ? month(one.period) : '')) as [string, string];
        return (
          <>
            <Figures
              list={[
                { name: 'K', value: decimal(k, 3), note: words.per100(decimal(100 * k)) },
                { name: words.invitations, value: whole(invitations), note: words.byCustomers(whole(customers)) },
                { name: words.conversions, value: share(conversion), note: words.won(whole(conversions)) },
              ]}
            />
            <h3>{words.byMonth}</h3>
            <Sparkline
              points={periods.map((one) => ({
                value: one.kFactor,
                title: words.monthly(
                  month(one.period),
                  decimal(one.kFactor, 4),
                  whole(one.invitations),
                  whole(one.conversions),
                ),
              }))}
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
