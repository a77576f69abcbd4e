import type { Client } from '../client.js';
import { nameIn, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { rfmSharesQuery } from '../operations.gen.js';
import { mixOf } from './matrix.js';

/** Runs of which the first and the last are compared. */
const RUNS = 24;
/** Points of a change below which it is none. */
const STEADY = 0.0005;

/** How the mix of segments changed over the runs. */
export function Shares() {
  const { format, language, words } = useWords('value');
  const load = async (client: Client) => (await client.ask(rfmSharesQuery, { runs: RUNS })).rfmShares;
  return (
    <Panel id="segment-shares" title={words.shares} about={words.sharesAbout} load={load} none={words.notGraded}>
      {(rows) => {
        const { moments, mix } = mixOf(rows);
        const [from, to] = format.span(moments[0]!, moments.at(-1)!);
        const change = (points: number) => {
          const written = format.decimal(Math.abs(100 * points));
          return Math.abs(points) < STEADY ? '±0' : points > 0 ? `+${written}` : `−${written}`;
        };
        return (
          <Table
            columns={['text', 'number quiet', 'number', 'number']}
            head={[words.segment, from, to, words.points]}
            rows={mix.map(({ segment, first, last }) => [
              nameIn(segment, language) ?? segment.segment,
              format.percent(first),
              format.percent(last),
              change(last - first),
            ])}
          />
        );
      }}
    </Panel>
  );
}
