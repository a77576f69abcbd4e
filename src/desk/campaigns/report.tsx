import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Bar, type Figure, Figures, Panel, Table } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { type CampaignReportQuery, campaignReportQuery } from '../operations.gen.js';
import { Preview } from '../overview/audience.js';
import { campaignHref, campaignOf, MARKETING, STATES } from './address.js';
import { stageOf } from './list.js';
import { Message } from './message.js';
import { CampaignTurns } from './turns.js';

type Report = CampaignReportQuery['campaign'];

/** One campaign: its stage and what may be done with it, whom it reached, and what came of each variant. */
export function CampaignReport() {
  const { route, words, campaigned } = useWords('campaigns');
  const id = campaignOf(route);
  const load = async (client: Client): Promise<Report | null> =>
    id === null ? null : (await client.ask(campaignReportQuery, { id })).campaign;
  return (
    <Panel
      id="campaign"
      title={words.one}
      about={(found) => (found ? <About of={found} /> : words.oneAbout)}
      question={`${id} ${campaigned}`}
      lines={12}
      load={load}
      none={<p class="quiet">{words.chooseFirst}</p>}
      answers
    >
      {(report) => <Told key={report.id} report={report} />}
    </Panel>
  );
}

function About({ of: report }: { readonly of: Report }) {
  const { text, format, words } = useWords('campaigns');
  const { name, id, startedAt: when, channel } = report;
  const stage = stageOf(report);
  const parts = [words.stage[stage] ?? stage, text.channel[channel as keyof typeof text.channel]];
  return (
    <>
      <strong>{name ?? id}</strong> · {[...parts, when && format.moment(when)].filter(Boolean).join(' · ')}
    </>
  );
}

function Told({ report }: { readonly report: Report }) {
  const { role } = useDesk();
  // One that was imported is history: there is nothing to turn.
  const marketing = MARKETING.includes(role ?? '') && report.variants.some(({ share }) => share !== null);
  return (
    <>
      {marketing && <CampaignTurns id={report.id} status={report.status} />}
      {report.status === 'DRAFT' ? <Waiting report={report} /> : <Came report={report} />}
      <Texts report={report} />
      {marketing && report.variants.some(({ text }) => text !== null) && <Message campaign={report.id} />}
    </>
  );
}

/** Of a draft: who could be reached now. */
function Waiting({ report: { segment, purpose, channel } }: { readonly report: Report }) {
  if (segment === null || purpose === null || channel === null) return null;
  return <Preview asked={{ segment, purpose, channel } as Parameters<typeof Preview>[0]['asked']} />;
}

function Came({ report }: { readonly report: Report }) {
  const { format, words } = useWords('campaigns');
  const { touched, converted, valueMinor, currency, states, costMinor, budgetMinor } = report;
  const money = (minor: number | null) => (minor === null || !currency ? null : format.money(minor, currency));
  const figure = (name: string, shown: string | null): Figure[] => (shown === null ? [] : [[name, shown]]);
  const figures = [
    ...figure(words.touched, format.whole(touched)),
    ...figure(words.converted, format.whole(converted)),
    ...figure(words.revenue, money(valueMinor)),
    ...figure(words.cost, money(costMinor)),
    ...figure(words.budget, money(budgetMinor)),
  ];
  const counted = STATES.flatMap((state) => states.filter((one) => one.state === state && one.count > 0));
  const most = Math.max(...counted.map(({ count }) => count), 1);
  return (
    <>
      <Figures list={figures} />
      {counted.length > 0 && (
        <Table
          class="bars"
          caption={words.states}
          columns={['text', 'bar-cell', 'number']}
          rows={counted.map(({ state, count }) => [
            <a href={campaignHref(report.id, state)}>{words.state[state] ?? state}</a>,
            <Bar share={count / most} />,
            format.whole(count),
          ])}
        />
      )}
      {touched > 0 && <Results report={report} />}
    </>
  );
}

/** What came of each variant, with its interval: where those of two variants are far apart, it is not chance. */
function Results({ report: { variants } }: { readonly report: Report }) {
  const { format, words } = useWords('campaigns');
  const [all, setAll] = useState(false);
  const told = variants.flatMap(({ name, results }) =>
    results.filter(({ count }) => all || count > 0).map((result) => ({ name, ...result })),
  );
  const several = variants.length > 1;
  return (
    <>
      {told.length === 0 ? (
        <p class="quiet">{words.nothingBack}</p>
      ) : (
        <Table
          caption={words.results}
          columns={['text', 'number', 'number', 'number quiet']}
          rows={told.map(({ name, what, count, of, rate, low, high }) => [
            several ? words.ofVariant(words.what[what] ?? what, name) : (words.what[what] ?? what),
            words.countOf(format.whole(count), format.whole(of)),
            rate === null ? '–' : format.percent(rate),
            words.between(format.percent(low), format.percent(high)),
          ])}
        />
      )}
      <button type="button" class="plain" onClick={() => setAll(!all)}>
        {all ? words.fewer : words.everyResult}
      </button>
    </>
  );
}

function Texts({ report: { variants } }: { readonly report: Report }) {
  const { format, words } = useWords('campaigns');
  const written = variants.filter(({ text }) => text !== null);
  if (written.length === 0) return <p class="quiet">{words.elsewhere}</p>;
  return (
    <Table
      caption={words.says}
      columns={['text', 'wraps']}
      rows={written.map(({ name, share, subject, text }) => [
        share === null || written.length === 1 ? name : words.share(name, format.share(share)),
        [subject, text].filter(Boolean).join(' — '),
      ])}
    />
  );
}
