import type { Client } from '../client.js';
import { Bar, Download, Form, nameIn, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  type AttributionGrouping,
  type AttributionModel,
  type AttributionQuery,
  attributionQuery,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';

type Attributed = AttributionQuery['attribution'];

const MODELS: readonly AttributionModel[] = ['MARKOV', 'SHAPLEY', 'FIRST', 'LAST', 'LINEAR', 'TIME_DECAY', 'POSITION'];
const GROUPINGS: readonly AttributionGrouping[] = ['CHANNEL', 'CAMPAIGN', 'VARIANT'];

/** What is owed to which channel, campaign or variant, and to persons who referred. */
export function Attribution() {
  const { route, words } = useWords('attribution');
  const model = MODELS.find((one) => one === route.about[0]) ?? 'MARKOV';
  const by = GROUPINGS.find((one) => one === route.about[1]) ?? 'CHANNEL';
  const load = async (client: Client) => (await client.ask(attributionQuery, { model, by })).attribution;
  const options = (names: readonly string[], texts: Readonly<Record<string, string>>) =>
    names.map((name) => [name, texts[name] ?? name] as const);
  return (
    <Panel
      id="attribution"
      title={words.title}
      about={words.about}
      question={`${model} ${by}`}
      load={load}
      lines={8}
      form={() => (
        <Form
          fields={[
            { name: 'model', label: words.model, value: model, options: options(MODELS, words.models) },
            { name: 'by', label: words.by, value: by, options: options(GROUPINGS, words.groupings) },
          ]}
          button={words.show}
          submit={(chosen) => {
            location.hash = hrefOf('attribution', chosen.model, chosen.by);
          }}
        />
      )}
    >
      {(found) => <Credits found={found} model={model} />}
    </Panel>
  );
}

function Credits({ found, model }: { readonly found: Attributed; readonly model: AttributionModel }) {
  const { text, format, language, words } = useWords('attribution');
  const { currency, attributed, credited, unattributed, windowDays, credits } = found;
  const money = (minor: number | null) => (minor === null ? '–' : currency ? format.money(minor, currency) : '–');
  const channels = text.channel as Readonly<Record<string, string>>;
  const most = Math.max(...credits.map(({ share }) => share), Number.MIN_VALUE);
  const rows = credits.map((one) => [
    one.touchPoint === 'REFERRAL'
      ? words.referral
      : (channels[one.name] ?? nameIn({ ...one, id: one.touchPoint }, language)),
    format.whole(one.touches),
    <Bar key="bar" share={one.share / most} />,
    format.decimal(one.conversions),
    money(one.valueMinor),
    money(one.costMinor),
    money(one.cacMinor),
    one.roi === null ? '–' : format.decimal(one.roi, 2),
  ]);
  if (rows.length === 0) return <p class="quiet">{words.none}</p>;
  return (
    <>
      <p class="quiet">{words.modelAbout[model]}</p>
      <Table
        class="bars"
        columns={['text', 'number', 'bar-cell', 'number', 'number', 'number', 'number', 'number']}
        head={[words.what, words.touches, words.conversions, null, words.value, words.cost, words.cac, words.roi]}
        rows={rows}
      />
      <p class="quiet">
        {words.sum(
          format.whole(attributed),
          format.decimal(credited),
          format.whole(unattributed),
          format.whole(windowDays),
        )}
      </p>
      <Download name={`attribution-${model.toLowerCase()}`} label={words.export} rows={tableOf(found)} />
    </>
  );
}

/** The credits as a table; money in minor units, as everywhere outside the page. */
function tableOf({ currency, credits }: Attributed) {
  const head = ['touchPoint', 'name', 'touches', 'conversions', 'share', 'valueMinor', 'costMinor', 'cacMinor', 'roi'];
  const rows = credits.map((one) => [
    ...[one.touchPoint, one.name, one.touches, one.conversions, one.share],
    ...[one.valueMinor, one.costMinor, one.cacMinor, one.roi, currency],
  ]);
  return [[...head, 'currency'], ...rows];
}
