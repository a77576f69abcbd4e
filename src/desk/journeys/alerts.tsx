import { MARKETING } from '../campaigns/address.js';
import type { Client } from '../client.js';
import { Panel, PersonLink, Table, useAction } from '../components/index.js';
import { useWords } from '../desk.js';
import { closeJourneyAlertMutation, type JourneyAlertsQuery, journeyAlertsQuery } from '../operations.gen.js';

/** What journeys ask colleagues to do and nobody saw to yet; by whom it may be closed. */
export function JourneyAlerts() {
  const { acted, role, words } = useWords('journey');
  const may = [...MARKETING, 'service'].includes(role ?? '');
  const load = async (client: Client) => (may ? (await client.ask(journeyAlertsQuery, {})).journeyAlerts : []);
  return (
    <Panel
      id="journey-alerts"
      title={words.alerts}
      about={words.alertsAbout}
      question={String(acted)}
      load={load}
      lines={3}
      none={words.noAlerts}
    >
      {(alerts) => <Alerts alerts={alerts} />}
    </Panel>
  );
}

function Alerts({ alerts }: { readonly alerts: JourneyAlertsQuery['journeyAlerts'] }) {
  const { client, format, language, role, acted, set, words } = useWords('journey');
  const { busy, run, said } = useAction();
  const close = (id: string) =>
    run(async () => {
      await client.ask(closeJourneyAlertMutation, { id });
      set({ acted: acted + 1 });
    });
  const button = (id: string) => (
    <button type="button" disabled={busy} onClick={() => void close(id)}>
      {words.seenTo}
    </button>
  );
  return (
    <>
      <Table
        columns={['text', 'wraps', 'text']}
        rows={alerts.map((one) => [
          <PersonLink key={one.id} of={one} />,
          <>
            {language === 'zh' ? one.textZh : one.text} <span class="quiet">{format.day(one.at)}</span>
          </>,
          MARKETING.includes(role ?? '') ? button(one.id) : null,
        ])}
      />
      <div aria-live="polite">{said}</div>
    </>
  );
}
