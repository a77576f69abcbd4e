import { MARKETING } from '../campaigns/address.js';
import type { Client } from '../client.js';
import { Download, List, Panel, PersonLink, Table, Turns } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  type ReferralProgrammesQuery,
  referralLeaderboardQuery,
  referralProgrammesQuery,
  startProgrammeMutation,
  stopProgrammeMutation,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';

type Programme = ReferralProgrammesQuery['referralProgrammes'][number];

/** Every referral programme with what came of it. */
export function Programmes() {
  const { route, format, language, acted, role, words } = useWords('programme');
  const load = async (client: Client) => (await client.ask(referralProgrammesQuery, {})).referralProgrammes;
  const row = (one: Programme) => [
    <a key={one.id} href={hrefOf('programme', one.id)}>
      {(language === 'zh' && one.nameZh) || one.name}
    </a>,
    words.status[one.status] ?? one.status,
    format.whole(one.codes),
    format.whole(one.redeemed),
    format.whole(one.converted),
    format.money(one.costMinor, one.currency),
    format.money(one.heldMinor, one.currency),
    one.perReferral === null ? '–' : format.money(one.perReferral, one.currency),
    one.roi === null ? '–' : format.decimal(one.roi, 2),
  ];
  return (
    <Panel
      id="programmes"
      title={words.list}
      about={words.listAbout}
      question={String(acted)}
      keep={route.about[0]}
      load={load}
      lines={5}
      none={words.none}
    >
      {(found) => (
        <>
          <Table
            columns={['text', 'quiet', 'number', 'number', 'number', 'number', 'number', 'number', 'number']}
            head={[
              ...[words.name, words.state, words.codes, words.redeemed, words.won],
              ...[words.cost, words.held, words.perReferral, words.roi],
            ]}
            rows={found.map(row)}
          />
          {found
            .filter(({ id }) => id === route.about[0] && MARKETING.includes(role ?? ''))
            .map((one) => (
              <Stages key={one.id} programme={one} />
            ))}
          <Download name="programmes" label={words.export} rows={tableOf(found)} />
        </>
      )}
    </Panel>
  );
}

/** What may be done with the programme that was chosen. */
function Stages({ programme: { id, status } }: { readonly programme: Programme }) {
  const { client, acted, set, words } = useWords('programme');
  const then = (work: () => Promise<unknown>) => async () => {
    await work();
    set({ acted: acted + 1 });
    return null;
  };
  const start = { name: 'start', label: words.start, work: then(() => client.ask(startProgrammeMutation, { id })) };
  const stop = { name: 'stop', label: words.stop, work: then(() => client.ask(stopProgrammeMutation, { id })) };
  if (status === 'STOPPED') return null;
  const turns = status === 'DRAFT' ? [{ ...start, primary: true }] : [{ ...stop, really: words.reallyStop }];
  return <Turns turns={turns} no={words.no} />;
}

/** The programmes as a table; money in minor units, as everywhere outside the page. */
function tableOf(found: readonly Programme[]) {
  const names = ['id', 'name', 'status', 'currency', 'codes', 'sent', 'redeemed', 'converted'] as const;
  const money = ['costMinor', 'heldMinor', 'grantedMinor', 'paidMinor', 'revenueMinor', 'perReferral', 'roi'] as const;
  const columns = [...names, ...money];
  return [columns, ...found.map((one) => columns.map((name) => one[name]))];
}

/** Who brought most customers by the programme that was chosen. */
export function Leaderboard() {
  const { route, format, words } = useWords('programme');
  const [programme] = route.about;
  const load = async (client: Client) =>
    programme === undefined ? null : (await client.ask(referralLeaderboardQuery, { programme })).referralLeaderboard;
  return (
    <Panel
      id="leaderboard"
      title={words.leaders}
      about={words.leadersAbout}
      question={programme ?? ''}
      load={load}
      lines={5}
      none={<p class="quiet">{programme ? words.nobody : words.chooseFirst}</p>}
      answers
    >
      {(found) => (
        <List
          class="seeds"
          ordered
          columns={['text', 'quiet', 'number']}
          rows={found.map((one) => [
            <PersonLink key={one.customerId} of={one} />,
            words.brought(format.whole(one.conversions), one.conversions),
            one.currency ? format.money(one.rewardMinor, one.currency) : '–',
          ])}
        />
      )}
    </Panel>
  );
}
