import type { Client } from '../client.js';
import { Notice, Panel, PersonLink, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { type LeavingQuery, leavingQuery } from '../operations.gen.js';

/** From which probability on somebody is listed, and how many are. */
const LEAST = 0.5;
const SHOWN = 8;

/** Who may leave: by the model, with what they are worth, and by the latest warnings, with why. */
export function Leaving() {
  const { words, format, language } = useWords('value');
  const load = (client: Client) => client.ask(leavingQuery, { least: LEAST, limit: SHOWN });
  return (
    <Panel id="leaving" title={words.leaving} about={words.leavingAbout} lines={8} load={load}>
      {({ churnRisk, churnWarnings, churnModel, clvModel }) => (
        <>
          {churnModel === null ? (
            <Notice>
              {words.noChurnModel} <code>node bin/guanxi.mjs churn train</code>
            </Notice>
          ) : (
            <>
              <Risk risk={churnRisk} currency={clvModel?.currency ?? null} />
              <p class="quiet">
                {words.churnModel(
                  String(churnModel.horizonDays),
                  format.decimal(churnModel.auc, 3),
                  churnModel.aucWithoutNetwork === null ? null : format.decimal(churnModel.aucWithoutNetwork, 3),
                  format.decimal(churnModel.calibrationError, 3),
                )}
              </p>
            </>
          )}
          <h3>{words.warnings}</h3>
          {churnWarnings.length === 0 ? (
            <p class="quiet">{words.noWarnings}</p>
          ) : (
            <Table
              columns={['text', 'number', 'wraps']}
              head={[words.who, words.sinceWhen, words.because]}
              rows={churnWarnings.map((warning) => [
                <PersonLink key="who" of={warning} />,
                format.day(warning.since),
                language === 'zh' ? warning.whyZh : warning.why,
              ])}
            />
          )}
        </>
      )}
    </Panel>
  );
}

interface RiskProps {
  readonly risk: LeavingQuery['churnRisk'];
  readonly currency: string | null;
}

function Risk({ risk, currency }: RiskProps) {
  const { format, words } = useWords('value');
  if (risk.length === 0) return <p class="quiet">{words.nobodyLeaves}</p>;
  return (
    <Table
      columns={['text', 'number', 'number', 'wraps']}
      head={[words.who, words.probability, words.worthOf, words.warned]}
      rows={risk.map((one) => [
        <PersonLink key="who" of={one} />,
        format.share(one.probability),
        one.clvMinor === null || currency === null ? '–' : format.money(one.clvMinor, currency),
        format.list(one.warnings.map((rule) => words.rules[rule] ?? rule)) || '–',
      ])}
    />
  );
}
