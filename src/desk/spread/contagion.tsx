import type { Client } from '../client.js';
import { Bar, Choices, List, Panel, PersonLink } from '../components/index.js';
import { useWords } from '../desk.js';
import { type ContagionQuery, contagionQuery } from '../operations.gen.js';
import { seedQuestionOf, spreadHref, WATCHES, type Watch, watchOf } from './address.js';
import { verdictOf } from './verdict.js';

const SHOWN = 12;

/** Whether churn or discontent follows close ties at all, and whom it may reach next. */
export function Contagion() {
  const { route, words } = useWords('spread');
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
  const { format, words } = useWords('spread');
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
  const { format, words } = useWords('spread');
  if (people.length === 0) return <p class="quiet">{words.nobodyExposed}</p>;
  return (
    <List
      class="seeds"
      columns={['text', 'quiet', 'number']}
      rows={people.map((one) => [
        <PersonLink of={one} />,
        words.ofClose(format.whole(one.count), format.whole(one.closeTies)),
        [format.share(one.exposure), <Bar key="bar" share={one.exposure} />],
      ])}
    />
  );
}
