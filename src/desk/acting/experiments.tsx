import { MARKETING } from '../campaigns/address.js';
import type { Client } from '../client.js';
import { Bar, Download, Figures, Notice, nameIn, Panel, Table, Turns } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  type ExperimentListQuery,
  type ExperimentResultsQuery,
  experimentListQuery,
  experimentResultsQuery,
  startExperimentMutation,
  stopExperimentMutation,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';

type Listed = ExperimentListQuery['experiments'][number];
type Results = ExperimentResultsQuery['experimentResults'];

/** Every experiment: what it compares, and how many have each variant. */
export function ExperimentList() {
  const { format, language, acted, words } = useWords('experiments');
  const load = async (client: Client) => (await client.ask(experimentListQuery, {})).experiments;
  const row = ({ id, name, nameZh, unit, metric, status, variants, people }: Listed) => [
    <a key={id} href={hrefOf('experiments', id)}>
      {nameIn({ name, nameZh }, language)}
    </a>,
    words.status[status] ?? status,
    words.by[unit] ?? unit,
    words.metric[metric] ?? metric,
    variants.map((variant, at) => `${variant} ${format.whole(people[at] ?? 0)}`).join(' · '),
  ];
  return (
    <Panel
      id="experiment-list"
      title={words.list}
      about={words.listAbout}
      question={String(acted)}
      load={load}
      lines={6}
      none={words.none}
    >
      {(found) => (
        <Table
          columns={['wraps', 'quiet', 'quiet', 'quiet', 'wraps']}
          head={[words.name, words.state, words.drawn, words.measured, words.people]}
          rows={found.map(row)}
        />
      )}
    </Panel>
  );
}

/** One experiment: each variant against the control, and what may be said. */
export function ExperimentResults() {
  const { route, language, acted, words } = useWords('experiments');
  const [id] = route.about;
  const load = async (client: Client) =>
    id === undefined ? null : (await client.ask(experimentResultsQuery, { id })).experimentResults;
  return (
    <Panel
      id="experiment-results"
      title={words.results}
      about={(data) => (data && nameIn(data.experiment, language)) ?? words.resultsAbout}
      question={`${id ?? ''} ${acted}`}
      keep={id}
      load={load}
      lines={8}
      none={<p class="quiet">{words.chooseFirst}</p>}
      answers
    >
      {(found) => <Found found={found} />}
    </Panel>
  );
}

function Found({ found }: { readonly found: Results }) {
  const { format, language, role, words } = useWords('experiments');
  const { arms, verdict, srm, experiment, spillOver, people } = found;
  const value = valueIn(experiment.metric, format);
  const most = Math.max(...arms.map((arm) => arm.value ?? 0), Number.MIN_VALUE);
  const rows = arms.map((arm) => [
    arm.control ? words.control(arm.variant) : arm.variant,
    format.whole(arm.people),
    <Bar key="bar" share={(arm.value ?? 0) / most} />,
    arm.value === null ? '–' : value(arm.value),
    arm.comparison ? `${value(arm.comparison.interval.low)} … ${value(arm.comparison.interval.high)}` : '–',
    arm.comparison ? format.decimal(arm.comparison.p, 4) : '–',
  ]);
  const broken = arms.flatMap(({ guardrails }) => guardrails.filter((one) => one.broken));
  return (
    <>
      <p class={verdict.kind === 'WINNER' ? 'may' : 'quiet'}>{language === 'zh' ? verdict.textZh : verdict.text}</p>
      <Table
        class="bars"
        columns={['text', 'number', 'bar-cell', 'number', 'number quiet', 'number quiet']}
        head={[words.variant, words.people, words.metric[experiment.metric] ?? '', null, words.difference, words.p]}
        rows={rows}
      />
      <Figures
        list={[
          [
            words.inAll,
            format.whole(people),
            experiment.planned ? words.planned(format.whole(experiment.planned)) : undefined,
          ],
          [words.split, srm.alarm ? words.splitAlarm : words.splitSound, `p ${format.decimal(srm.p, 3)}`],
          [words.drawn, words.by[experiment.unit] ?? experiment.unit],
        ]}
      />
      {broken.length > 0 && (
        <Notice>
          {words.broken(format.list([...new Set(broken.map(({ metric }) => words.metric[metric] ?? metric))]))}
        </Notice>
      )}
      {spillOver && (
        <p class="quiet">
          {words.spillOver(value(spillOver.difference), format.whole(spillOver.people), format.decimal(spillOver.p, 3))}
        </p>
      )}
      {MARKETING.includes(role ?? '') && <Stages experiment={experiment} />}
      <Download name={`experiment-${experiment.id}`} label={words.export} rows={tableOf(found)} />
    </>
  );
}

/** What may be done with an experiment at each stage. */
function Stages({ experiment: { id, status } }: { readonly experiment: Results['experiment'] }) {
  const { client, format, acted, set, words } = useWords('experiments');
  const start = async () => {
    const { assigned, leftOut } = (await client.ask(startExperimentMutation, { id })).startExperiment;
    return words.started(format.whole(assigned), format.whole(leftOut));
  };
  const stop = () => client.ask(stopExperimentMutation, { id }).then(() => null);
  const then = (work: () => Promise<string | null>) => async () => {
    const told = await work();
    set({ acted: acted + 1 });
    return told;
  };
  const starting = { name: 'start', label: status === 'DRAFT' ? words.start : words.takeIn, work: then(start) };
  const stopping = { name: 'stop', label: words.stop, really: words.reallyStop, work: then(stop) };
  if (status === 'STOPPED') return null;
  return <Turns turns={status === 'DRAFT' ? [{ ...starting, primary: true }] : [starting, stopping]} no={words.no} />;
}

/** The results as a table: numbers as they are, not as they are written. */
function tableOf({ arms, experiment, verdict }: Results) {
  const head = [
    'variant',
    'control',
    'people',
    experiment.metric,
    'difference',
    'low',
    'high',
    'p',
    'method',
    'verdict',
  ];
  const rows = arms.map(({ variant, control, people, value, comparison }) => {
    const { difference, interval, p, method } = comparison ?? {};
    const said = verdict.winner === variant || (control && verdict.winner === null) ? verdict.text : null;
    return [variant, control ? 1 : 0, people, value, difference, interval?.low, interval?.high, p, method, said];
  });
  return [head, ...rows];
}

/** A metric as it is written: shares in per cent, money without a currency in whole units, counts with two decimals. */
function valueIn(metric: string, format: ReturnType<typeof useWords>['format']): (value: number) => string {
  if (['CONVERSION', 'UNSUBSCRIBED', 'REFUNDED'].includes(metric))
    return (value) => `${format.decimal(100 * value, 2)} %`;
  return metric === 'ORDERS' ? (value) => format.decimal(value, 2) : (value) => format.decimal(value / 100, 2);
}
