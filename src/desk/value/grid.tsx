import type { Client } from '../client.js';
import { Bar, List, Notice, nameIn, Panel } from '../components/index.js';
import { useWords } from '../desk.js';
import { type RfmGridQuery, rfmGridQuery } from '../operations.gen.js';
import { askedOf, type Cell, valueHref } from './address.js';
import { heat } from './heat.js';

type Found = RfmGridQuery['rfmGrid'][number];
type Segment = RfmGridQuery['rfmSegments'][number];

const GRADES = [5, 4, 3, 2, 1] as const;
const isCell =
  ({ recency, fm }: Cell) =>
  (one: Cell) =>
    one.recency === recency && one.fm === fm;

/** The matrix of RFM: each cell with its segment and how many are in it; a chosen cell with its triples of grades. */
export function RfmGrid() {
  const { route, format, words } = useWords('value');
  const asked = askedOf(route, new Date());
  const load = (client: Client) => client.ask(rfmGridQuery, {});
  return (
    <Panel id="rfm-grid" title={words.grid} about={words.gridAbout} lines={12} load={load}>
      {({ rfmGrid: cells, rfmSegments: segments }) => {
        const all = cells.reduce((sum, { customers }) => sum + customers, 0);
        if (all === 0)
          return (
            <Notice>
              {words.notGraded} <code>node bin/guanxi.mjs rfm</code>
            </Notice>
          );
        const chosen = asked.cell && cells.find(isCell(asked.cell));
        const currency = chosen?.spendCurrency;
        return (
          <>
            <Cells cells={cells} segments={segments} />
            <p class="quiet">{words.graded(format.whole(all), segments[0] ? format.day(segments[0].asOf) : '')}</p>
            {chosen && (
              <>
                <h3>{words.cell(chosen.recency, chosen.fm)}</h3>
                {currency && <p>{words.spent(format.money(chosen.spendMinor, currency))}</p>}
                <Triples triples={chosen.triples as readonly Triple[]} customers={chosen.customers} />
              </>
            )}
          </>
        );
      }}
    </Panel>
  );
}

function Cells({ cells, segments }: { readonly cells: readonly Found[]; readonly segments: readonly Segment[] }) {
  const { route, format, language, words } = useWords('value');
  const asked = askedOf(route, new Date());
  const most = Math.max(...cells.map(({ customers }) => customers));
  const named = new Map(segments.map((one) => [one.id, nameIn(one, language)]));
  return (
    <table class="heat">
      <caption>{words.gridCaption}</caption>
      <thead>
        <tr>
          <td />
          {GRADES.map((fm) => (
            <th key={fm} scope="col">{`FM ${fm}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GRADES.map((recency) => (
          <tr key={recency}>
            <th scope="row">{`R ${recency}`}</th>
            {GRADES.map((fm) => {
              const found = cells.find(isCell({ recency, fm }));
              const current = asked.cell && isCell(asked.cell)({ recency, fm });
              return (
                <td key={fm} style={heat((found?.customers ?? 0) / most)}>
                  <a href={valueHref({ ...asked, cell: { recency, fm } })} aria-current={current ? 'true' : undefined}>
                    <span class="heat-name">
                      {(found?.segments ?? []).map((id) => named.get(id) ?? id).join(' · ')}
                    </span>
                    <b>{format.whole(found?.customers ?? 0)}</b>
                  </a>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As the question tells them. */
interface Triple {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly customers: number;
}

function Triples({ triples, customers }: { readonly triples: readonly Triple[]; readonly customers: number }) {
  const { format } = useWords('value');
  return (
    <List
      class="seeds"
      columns={['text', 'bar-cell', 'number']}
      rows={triples.map(({ recency, frequency, monetary, customers: count }) => [
        `R${recency} F${frequency} M${monetary}`,
        <Bar key="bar" share={count / customers} />,
        format.whole(count),
      ])}
    />
  );
}
