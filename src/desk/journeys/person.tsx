import type { Client } from '../client.js';
import { nameIn, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { type JourneyOfQuery, journeyOfQuery } from '../operations.gen.js';

/** One customer's journeys: why, where they are, and what came of each step. */
export function PersonJourneys() {
  const { route, words } = useWords('journey');
  const customer = route.about[1];
  const load = async (client: Client) => (customer ? (await client.ask(journeyOfQuery, { customer })).journeyOf : null);
  return (
    <Panel
      id="journey-person"
      title={words.person}
      question={customer ?? ''}
      answers
      lines={4}
      load={load}
      none={words.choosePerson}
    >
      {(journeys) => (
        <>
          {journeys.map((one) => (
            <Way key={one.id} way={one} />
          ))}
        </>
      )}
    </Panel>
  );
}

function Way({ way }: { readonly way: JourneyOfQuery['journeyOf'][number] }) {
  const { format, language, words } = useWords('journey');
  const zh = language === 'zh';
  return (
    <>
      <h3>{nameIn({ ...way, topCity: null }, language)}</h3>
      <p>{`${zh ? way.whyZh : way.why}${words.joined}${zh ? way.whereZh : way.where}`}</p>
      <Table
        columns={['text', 'quiet', 'wraps']}
        rows={way.steps.map((one) => [one.step, format.day(one.at), zh ? one.textZh : one.text])}
      />
    </>
  );
}
