import type { Client } from '../client.js';
import { Form, nameIn, Panel } from '../components/index.js';
import { useWords } from '../desk.js';
import { type RfmMigrationQuery, rfmMigrationQuery } from '../operations.gen.js';
import { askedOf, endOf, valueHref } from './address.js';
import { heat } from './heat.js';
import { type Matrix, matrixOf } from './matrix.js';

/** From which segment customers came, and to which they moved, between two days. */
export function Migration() {
  const { route, format, words } = useWords('value');
  const asked = askedOf(route, new Date());
  const { from, to } = asked;
  const load = (client: Client) => client.ask(rfmMigrationQuery, { from: endOf(from), to: endOf(to) });
  const day = (name: 'from' | 'to') => {
    const input = { type: 'date', defaultValue: asked[name] } as const;
    return { name, label: words[name], value: asked[name], input };
  };
  return (
    <Panel
      id="migration"
      title={words.migration}
      about={words.migrationAbout}
      question={`${from} ${to}`}
      answers
      lines={12}
      load={load}
      form={() => (
        <Form
          fields={[day('from'), day('to')]}
          button={words.show}
          submit={(values) => {
            location.hash = valueHref({ ...asked, from: values.from ?? from, to: values.to ?? to });
          }}
        />
      )}
    >
      {({ rfmMigration: moves, rfmSegments: segments }) => {
        const matrix = matrixOf(
          moves,
          segments.map(({ id }) => id),
        );
        if (matrix.rows.length === 0) return <p class="quiet">{words.noMoves}</p>;
        return (
          <>
            <Moves matrix={matrix} segments={segments} />
            <p class="quiet">{words.moves(format.whole(matrix.stayed), format.whole(matrix.moved))}</p>
          </>
        );
      }}
    </Panel>
  );
}

interface MovesProps {
  readonly matrix: Matrix;
  readonly segments: RfmMigrationQuery['rfmSegments'];
}

function Moves({ matrix: { columns, rows }, segments }: MovesProps) {
  const { format, language, words } = useWords('value');
  const named = new Map(segments.map((one) => [one.id, nameIn(one, language)]));
  const name = (id: string | null) => (id === null ? words.notThen : (named.get(id) ?? id));
  return (
    <div class="wide-table">
      <table class="heat moves">
        <caption>{words.migrationCaption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((id) => (
              <th key={id} scope="col">
                {name(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ before, total, cells }) => (
            <tr key={before}>
              <th scope="row">
                {name(before)} <span class="quiet">{format.whole(total)}</span>
              </th>
              {cells.map((count, place) => (
                <td
                  key={columns[place]}
                  class={columns[place] === before ? 'stays' : undefined}
                  style={heat(count / total)}
                >
                  {count > 0 && (
                    <>
                      <b>{format.whole(count)}</b> <span class="quiet">{format.percent(count / total)}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
