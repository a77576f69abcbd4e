import type { Client } from '../client.js';
import { Bar, type Figure, Figures, nameIn, Panel, Table } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { type CampaignReportQuery, campaignReportQuery } from '../operations.gen.js';
import { campaignHref, campaignOf, MARKETING, STATES } from './address.js';
import { stageOf } from './list.js';
import { Message } from './message.js';
import { Reach } from './reach.js';
import { Results, Settings, Texts } from './results.js';
import { TestSend } from './test-send.js';
import { CampaignTurns } from './turns.js';

/** A campaign, with the segments by whose names it is told. */
export type Report = CampaignReportQuery['campaign'] & Pick<CampaignReportQuery, 'segments'>;

/** One campaign: its stage and what may be done with it, whom it reached, and what came of each variant. */
export function CampaignReport() {
  const { route, words, campaigned } = useWords('campaigns');
  const id = campaignOf(route);
  const load = async (client: Client): Promise<Report | null> => {
    if (id === null) return null;
    const { campaign, segments } = await client.ask(campaignReportQuery, { id });
    return { ...campaign, segments };
  };
  return (
    <Panel
      id="campaign"
      title={words.one}
      about={(found) => (found ? <About of={found} /> : words.oneAbout)}
      question={`${id} ${campaigned}`}
      keep={id ?? undefined}
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
  const { text, format, language, words } = useWords('campaigns');
  const { startedAt: when, channel } = report;
  const stage = stageOf(report);
  const parts = [words.stage[stage] ?? stage, text.channel[channel as keyof typeof text.channel]];
  return (
    <>
      <strong>{nameIn(report, language)}</strong> ·{' '}
      {[...parts, when && format.moment(when)].filter(Boolean).join(' · ')}
    </>
  );
}

function Told({ report }: { readonly report: Report }) {
  const { role } = useDesk();
  // One that was imported is history: there is nothing to turn.
  const marketing = MARKETING.includes(role ?? '') && report.variants.some(({ share }) => share !== null);
  const writes = report.variants.some(({ text }) => text !== null);
  const waits = report.purpose !== null && ['DRAFT', 'APPROVED'].includes(report.status);
  return (
    <>
      {marketing && <CampaignTurns id={report.id} status={report.status} states={report.states} />}
      <Settings report={report} />
      {waits ? <Reach campaign={report.id} /> : <Came report={report} />}
      <Texts report={report} />
      {marketing && writes && <Message campaign={report.id} />}
      {marketing && writes && <TestSend report={report} />}
    </>
  );
}

function Came({ report }: { readonly report: Report }) {
  const { format, words } = useWords('campaigns');
  const { touched, converted, valueMinor, states, budgetMinor } = report;
  const currency = report.currency ?? report.valueCurrency;
  const money = (minor: number | null) => (minor === null || !currency ? null : format.money(minor, currency));
  const figure = (name: string, shown: string | null): Figure[] => (shown === null ? [] : [[name, shown]]);
  const figures = [
    ...figure(words.touched, format.whole(touched)),
    ...figure(words.converted, format.whole(converted)),
    ...figure(words.revenue, money(valueMinor)),
    ...figure(words.cost, money((report.costMinor ?? 0) + report.spentMinor)),
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
