import { aliasOf } from '../components/names.js';
import { Notice } from '../components/notice.js';
import { Panel } from '../components/panel.js';
import { useDesk } from '../desk.js';
import { type MoversQuery, moversQuery } from '../operations.gen.js';
import { influenceHref, kindOf } from './address.js';

const SHOWN = 5;

/** Who rose and who fell most between the last two runs. */
export function Movers() {
  const { influence: words } = useDesk().text;
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
      <ul class="moved">
        {people.map((person) => (
          <li key={person.customerId}>
            <a href={influenceHref(kindOf(route), person.customerId)}>{aliasOf(person)}</a>
            <span class="number">
              {sign} {format.decimal(Math.abs(person.change))}
            </span>
            <span class="number quiet">{format.decimal(person.influence)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
