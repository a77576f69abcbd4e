import { useState } from 'preact/hooks';
import { MARKETING } from '../campaigns/address.js';
import type { Client } from '../client.js';
import { Figures, Form, nameFields, namesOf, Panel, PersonLink, Table, useAction } from '../components/index.js';
import { useWords } from '../desk.js';
import { createProgrammeMutation, type SimulateProgrammeQuery, simulateProgrammeQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

type Found = SimulateProgrammeQuery['simulateProgramme'];

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
      {(found) => (
        <>
          <Outcome found={found} />
          <Make rule={rule} />
        </>
      )}
    </Panel>
  );
}

/** A programme by the rule that was tried: a draft, to be started from the list. */
function Make({ rule }: { readonly rule: Rule }) {
  const { client, text, role, acted, set, words } = useWords('programme');
  const { run, said } = useAction();
  if (!MARKETING.includes(role ?? '')) return null;
  const make = async ({ id = '', ...values }: Readonly<Record<string, string>>) => {
    const input = { ...rule, id: id.trim(), ...namesOf(values) };
    const { createProgramme } = await client.ask(createProgrammeMutation, { input });
    set({ acted: acted + 1 });
    location.hash = hrefOf('programme', createProgramme.id);
  };
  return (
    <Form
      fields={[{ name: 'id', label: words.id, input: { maxLength: 60, pattern: '[\\w.:\\-]+' } }, ...nameFields(text)]}
      button={words.make}
      submit={(values) => void run(() => make(values))}
    >
      <div aria-live="polite">{said}</div>
    </Form>
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
