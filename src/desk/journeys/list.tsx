import type { Client } from '../client.js';
import { nameIn, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { journeysQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** The journeys, what begins each, and how many are in it. */
export function JourneyList() {
  const { format, language, acted, words } = useWords('journey');
  const load = async (client: Client) => (await client.ask(journeysQuery, {})).journeys;
  return (
    <Panel
      id="journeys"
      title={words.title}
      about={words.about}
      question={String(acted)}
      lines={6}
      load={load}
      none={words.none}
    >
      {(journeys) => (
        <Table
          columns={['text', 'wraps', 'quiet', 'number', 'number']}
          head={[words.name, words.begins, words.state, words.running, words.done]}
          rows={journeys.map((one) => [
            <a key="name" href={hrefOf('journeys', one.id)}>
              {nameIn({ ...one, topCity: null }, language)}
            </a>,
            words.trigger[one.trigger] ?? one.trigger,
            words.status[one.status],
            format.whole(one.running),
            format.whole(one.done),
          ])}
        />
      )}
    </Panel>
  );
}
