import { MARKETING } from '../campaigns/address.js';
import type { Client } from '../client.js';
import { ClosedNotice, Form, nameFields, nameIn, namesOf, Panel, useAction } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { createExperimentMutation, type ExperimentInput, segmentsQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** A new experiment with variants of its own, half of the people each: a draft, to be started from its results. */
export function ExperimentBuild() {
  const { role, words } = useWords('experiments');
  const marketing = MARKETING.includes(role ?? '');
  const load = async (client: Client) => (marketing ? (await client.ask(segmentsQuery, {})).segments : null);
  return (
    <Panel
      id="experiment-build"
      title={words.build}
      about={words.buildAbout}
      load={load}
      lines={4}
      none={<ClosedNotice roles={MARKETING} />}
    >
      {(segments) => <Draft segments={segments} />}
    </Panel>
  );
}

interface DraftProps {
  readonly segments: readonly { readonly id: string; readonly name: string | null; readonly nameZh: string | null }[];
}

function Draft({ segments }: DraftProps) {
  const { text, language, client, acted, set } = useDesk();
  const words = text.experiments;
  const { run, said } = useAction();
  const named = segments.map((one) => [one.id, nameIn(one, language)!] as const);
  const make = async (values: Readonly<Record<string, string>>) => {
    const { createExperiment } = await client.ask(createExperimentMutation, { input: inputOf(values) });
    set({ acted: acted + 1 });
    location.hash = hrefOf('experiments', createExperiment.id);
  };
  return (
    <Form
      fields={[
        { name: 'id', label: words.id, input: { maxLength: 60, pattern: '[\\w.:\\-]+' } },
        ...nameFields(text),
        { name: 'segment', label: text.audience.segment, options: [['all', text.audience.everyone], ...named] },
        { name: 'unit', label: words.drawn, options: Object.entries(words.by) },
        { name: 'metric', label: words.measured, options: Object.entries(words.metric) },
        { name: 'effect', label: words.effect, value: '10', input: { type: 'number', min: 0.1, max: 1000, step: 0.1 } },
        { name: 'days', label: words.days, value: '14', input: { type: 'number', min: 1, max: 365, step: 1 } },
      ]}
      button={words.draft}
      submit={(values) => void run(() => make(values))}
    >
      <div aria-live="polite">{said}</div>
    </Form>
  );
}

/** What may be chosen are values of the schema. Withdrawals are watched, unless they are what is measured. */
export function inputOf(values: Readonly<Record<string, string>>): ExperimentInput {
  const { id = '', segment, unit, metric, effect, days } = values;
  const guardrails = metric === 'UNSUBSCRIBED' ? [] : ['UNSUBSCRIBED'];
  const chosen = { segment, unit, metric, guardrails } as Pick<ExperimentInput, 'segment' | 'unit' | 'metric'>;
  return { ...chosen, id: id.trim(), ...namesOf(values), effect: Number(effect) / 100, windowDays: Number(days) };
}
