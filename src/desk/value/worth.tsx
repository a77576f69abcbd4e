import type { Client } from '../client.js';
import { Bar, Notice, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { type ClvSpreadQuery, clvSpreadQuery } from '../operations.gen.js';

const load = (client: Client) => client.ask(clvSpreadQuery, {});

/** How customer lifetime value is spread: tenths of the ranking, and what part of the whole each holds. */
export function ClvSpread() {
  const { format, words } = useWords('value');
  return (
    <Panel id="clv-spread" title={words.clv} about={words.clvAbout} lines={10} load={load}>
      {({ clvModel: model, clvDistribution: tenths }) =>
        model === null ? (
          <NotFitted />
        ) : (
          <>
            <Table
              class="bars"
              columns={['text', 'number', 'bar-cell', 'number']}
              head={[words.tenth, words.clvRange, words.ofAll, null]}
              rows={[...tenths]
                .reverse()
                .map(({ tenth, fromMinor, toMinor, share }) => [
                  words.tenths(tenth),
                  words.range(format.money(fromMinor, model.currency), format.money(toMinor, model.currency)),
                  <Bar key="bar" share={share} />,
                  format.percent(share),
                ])}
            />
            <p class="quiet">{words.fitted(format.day(model.asOf), format.whole(model.months))}</p>
          </>
        )
      }
    </Panel>
  );
}

/** Mean lifetime value and who still buys, by the quarter of the first order. */
export function Cohorts() {
  const { words } = useWords('value');
  return (
    <Panel id="clv-cohorts" title={words.cohorts} about={words.cohortsAbout} lines={6} load={load}>
      {({ clvModel: model, clvCohorts: cohorts }) =>
        model === null ? <NotFitted /> : <CohortTable cohorts={cohorts} currency={model.currency} />
      }
    </Panel>
  );
}

interface CohortsProps {
  readonly cohorts: ClvSpreadQuery['clvCohorts'];
  readonly currency: string;
}

function CohortTable({ cohorts, currency }: CohortsProps) {
  const { format, words } = useWords('value');
  return (
    <Table
      class="bars"
      columns={['text', 'number', 'number', 'bar-cell', 'number']}
      head={[words.cohort, words.customers, words.meanClv, words.alive, null]}
      rows={cohorts.map(({ cohort, complete, customers, clvMinor, alive }) => [
        complete ? cohort : words.running(cohort),
        format.whole(customers),
        format.money(clvMinor, currency),
        <Bar key="bar" share={alive} />,
        format.share(alive),
      ])}
    />
  );
}

function NotFitted() {
  const { words } = useWords('value');
  return (
    <Notice>
      {words.notFitted} <code>node bin/guanxi.mjs clv fit</code>
    </Notice>
  );
}
