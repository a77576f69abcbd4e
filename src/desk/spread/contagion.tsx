import type { Client } from '../client.js';
import { Bar } from '../components/bars.js';
import { PersonLink } from '../components/names.js';
import { Panel } from '../components/panel.js';
import { Choices } from '../components/who.js';
import { useDesk } from '../desk.js';
import { type ContagionQuery, contagionQuery } from '../operations.gen.js';
import { seedQuestionOf, spreadHref, WATCHES, type Watch, watchOf } from './address.js';
import { verdictOf } from './verdict.js';

const SHOWN = 12;

/** Whether churn or discontent follows close ties at all, and whom it may reach next. */
export function Contagion() {
  const { text, route } = useDesk();
  const { spread: words } = text;
  const watch = watchOf(route);
  const choices = WATCHES.map((one) => {
    return { href: spreadHref(one, seedQuestionOf(route)), words: words.watch[one], chosen: one === watch };
  });
  const load = (client: Client) => client.ask(contagionQuery, { input: { watch }, watch, limit: SHOWN });
  return (
    <Panel
      id="contagion"
      title={words.contagion}
      about={words.contagionAbout}
      question={watch}
      lines={10}
      load={load}
      form={() => <Choices label={words.contagion} choices={choices} />}
    >
      {({ contagionTest: test, contagion: exposed }) => (
        <>
          <Verdict watch={watch} test={test} />
          <h3>{words.exposed[watch]}</h3>
          <Exposed people={exposed} />
        </>
      )}
    </Panel>
  );
}

interface VerdictProps {
  readonly watch: Watch;
  readonly test: ContagionQuery['contagionTest'];
}

function Verdict({ watch, test }: VerdictProps) {
  const { text, format } = useDesk();
  const { spread: words } = text;
  const { whole, decimal } = format;
  const verdict = verdictOf(test);
  const chance = decimal(test.expected * test.ties);
  return (
    <>
      <p class="may">{words.verdict[verdict](words.watchIn[watch])}</p>
      {verdict !== 'SILENT' && <p>{words.joins(whole(test.joins), chance, decimal(test.p, 3))}</p>}
      <p class="quiet">{words.caution}</p>
    </>
  );
}

function Exposed({ people }: { readonly people: ContagionQuery['contagion'] }) {
  const { text, format } = useDesk();
  const { spread: words } = text;
  if (people.length === 0) return <p class="quiet">{words.nobodyExposed}</p>;
  return (
    <ul class="seeds">
      {people.map((one) => (
        <li key={one.customerId}>
          <PersonLink of={one} />
          <span class="quiet">{words.ofClose(format.whole(one.count), format.whole(one.closeTies))}</span>
          <span class="number">
            {format.share(one.exposure)}
            <Bar share={one.exposure} />
          </span>
        </li>
      ))}
    </ul>
  );
}
