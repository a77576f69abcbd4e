import type { Client } from '../client.js';
import { Bar, Notice, nameIn, Panel, PersonLink, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { type TiersQuery, tiersQuery } from '../operations.gen.js';

/** Days ahead, and how many of those who fall are listed. */
const DAYS = 60;
const SHOWN = 10;

/** The loyalty tiers: how many are in each, who will fall, when, and what would keep them. */
export function Tiers() {
  const { format, language, words } = useWords('value');
  const load = (client: Client) => client.ask(tiersQuery, { days: DAYS, limit: SHOWN });
  return (
    <Panel id="tiers" title={words.tiers} about={words.tiersAbout} lines={8} load={load}>
      {({ loyaltyTiers: tiers, tierFalls: falls }) =>
        tiers.length === 0 ? (
          <Notice>
            {words.noTiers} <code>node bin/guanxi.mjs tiers review</code>
          </Notice>
        ) : (
          <>
            <Table
              class="bars"
              columns={['text', 'bar-cell', 'number', 'number']}
              head={[words.tier, words.customers, null, words.falling]}
              rows={tiers.map((tier) => [
                nameIn(tier, language),
                <Bar key="bar" share={tier.share} />,
                format.whole(tier.customers),
                tier.falling > 0 ? format.whole(tier.falling) : '–',
              ])}
            />
            <h3>{words.fallsNext}</h3>
            <Falls falls={falls} tiers={tiers} />
          </>
        )
      }
    </Panel>
  );
}

interface FallsProps {
  readonly falls: TiersQuery['tierFalls'];
  readonly tiers: TiersQuery['loyaltyTiers'];
}

function Falls({ falls, tiers }: FallsProps) {
  const { format, language, words } = useWords('value');
  if (falls.length === 0) return <p class="quiet">{words.nobodyFalls}</p>;
  const named = new Map(tiers.map((tier) => [tier.id, nameIn(tier, language)]));
  const name = (id: string) => named.get(id) ?? id;
  return (
    <Table
      columns={['text', 'wraps', 'number', 'wraps']}
      head={[words.who, words.fromTo, words.when, words.keeps]}
      rows={falls.map((fall) => [
        <PersonLink key="who" of={fall} />,
        `${name(fall.tier)} → ${name(fall.fallsTo)}`,
        format.day(fall.fallsAt),
        words.keepBy(
          fall.keepMinor > 0 && fall.currency ? format.money(fall.keepMinor, fall.currency) : '',
          format.whole(fall.keepOrders),
          fall.keepOrders,
        ),
      ])}
    />
  );
}
