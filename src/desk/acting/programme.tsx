import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Figures, Form, List, Panel, PersonLink, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  type ReferralProgrammesQuery,
  referralLeaderboardQuery,
  referralProgrammesQuery,
  type SimulateProgrammeQuery,
  simulateProgrammeQuery,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';

type Programme = ReferralProgrammesQuery['referralProgrammes'][number];
type Found = SimulateProgrammeQuery['simulateProgramme'];

/** Every referral programme with what came of it. */
export function Programmes() {
  const { format, language, words } = useWords('programme');
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
    <Panel id="programmes" title={words.list} about={words.listAbout} load={load} lines={5} none={words.none}>
      {(found) => (
        <Table
          columns={['text', 'quiet', 'number', 'number', 'number', 'number', 'number', 'number', 'number']}
          head={[
            ...[words.name, words.state, words.codes, words.redeemed, words.won],
            ...[words.cost, words.held, words.perReferral, words.roi],
          ]}
          rows={found.map(row)}
        />
      )}
    </Panel>
  );
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

interface Rule {
  readonly rewardMinor: number;
  readonly levels: number;
  readonly decay: number;
  readonly windowDays: number;
}

const FIRST: Rule = { rewardMinor: 2000, levels: 2, decay: 0.5, windowDays: 30 };

/** A rule over the referrals of the last year: what it would have cost and won, and who would be held. */
export function Simulated() {
  const { words } = useWords('programme');
  const [rule, setRule] = useState(FIRST);
  const load = async (client: Client) => (await client.ask(simulateProgrammeQuery, { rule })).simulateProgramme;
  const number = (min: number, max: number, step: number) => ({ type: 'number', min, max, step });
  return (
    <Panel
      id="simulated"
      title={words.simulate}
      about={words.simulateAbout}
      question={JSON.stringify(rule)}
      load={load}
      lines={8}
      form={() => (
        <Form
          fields={[
            { name: 'reward', label: words.reward, value: String(rule.rewardMinor / 100), input: number(0, 10_000, 1) },
            { name: 'levels', label: words.levels, value: String(rule.levels), input: number(1, 5, 1) },
            { name: 'decay', label: words.decay, value: String(rule.decay), input: number(0, 1, 0.1) },
            { name: 'days', label: words.window, value: String(rule.windowDays), input: number(1, 365, 1) },
          ]}
          button={words.tryIt}
          submit={({ reward, levels, decay, days }) =>
            setRule({
              rewardMinor: Math.round(Number(reward) * 100),
              levels: Number(levels),
              decay: Number(decay),
              windowDays: Number(days),
            })
          }
        />
      )}
    >
      {(found) => <Outcome found={found} />}
    </Panel>
  );
}

function Outcome({ found }: { readonly found: Found }) {
  const { format, words } = useWords('programme');
  const { whole } = format;
  const money = (minor: number | null) => (minor === null ? '–' : format.money(minor, found.currency));
  return (
    <>
      <Figures
        list={[
          [words.won, whole(found.converted), words.ofReferrals(whole(found.referrals))],
          [words.cost, money(found.amountMinor), words.rewards(whole(found.rewards), found.rewards)],
          [words.held, money(found.heldMinor), words.rewards(whole(found.heldRewards), found.heldRewards)],
          [words.perReferral, money(found.perReferralMinor)],
          [words.revenue, money(found.revenueMinor)],
          [words.roi, found.roi === null ? '–' : format.decimal(found.roi, 1)],
        ]}
      />
      <p class="quiet">
        {found.levels
          .map((one) => words.level(whole(one.level), whole(one.rewards), money(one.amountMinor)))
          .join(' · ')}
      </p>
      {found.held.length > 0 && (
        <Table
          columns={['text', 'number', 'number', 'number']}
          head={[words.wouldBeHeld, words.rewardsName, words.amount, words.score]}
          rows={found.held
            .slice(0, 8)
            .map((one) => [
              <PersonLink key={one.customerId} of={one} />,
              whole(one.rewards),
              money(one.amountMinor),
              whole(one.score),
            ])}
        />
      )}
    </>
  );
}
