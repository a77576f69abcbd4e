import { aliasOf, List, Notice, Panel } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { type MoversQuery, moversQuery } from '../operations.gen.js';
import { influenceHref, kindOf } from './address.js';

const SHOWN = 5;

/** Who rose and who fell most between the last two runs. */
export function Movers() {
  const { words } = useWords('influence');
  return (
    <Panel
      id="movers"
      title={words.movers}
      about={words.moversAbout}
      load={(client) => client.ask(moversQuery, { limit: SHOWN })}
    >
      {({ risers, fallers }) =>
        risers.length + fallers.length === 0 ? (
          <Notice>{words.nobodyMoved}</Notice>
        ) : (
          <div class="movers">
            <Moved title={words.risers} sign="▲" people={risers} />
            <Moved title={words.fallers} sign="▼" people={fallers} />
          </div>
        )
      }
    </Panel>
  );
}

interface MovedProps {
  readonly title: string;
  readonly sign: string;
  readonly people: MoversQuery['risers'];
}

function Moved({ title, sign, people }: MovedProps) {
  const { text, format, route } = useDesk();
  return (
    <div>
      <h3>{title}</h3>
      {people.length === 0 && <p class="quiet">{text.influence.none}</p>}
      <List
        class="moved"
        columns={['text', 'number', 'number quiet']}
        rows={people.map((person) => [
          <a href={influenceHref(kindOf(route), person.customerId)}>{aliasOf(person)}</a>,
          `${sign} ${format.decimal(Math.abs(person.change))}`,
          format.decimal(person.influence),
        ])}
      />
    </div>
  );
}
