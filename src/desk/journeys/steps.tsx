import type { Client } from '../client.js';
import { aliasOf, Notice, nameIn, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { type JourneyPeopleQuery, journeyPeopleQuery, journeyStepsQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** The steps of the journey that was chosen: how many are at each, who, and until when. */
export function JourneySteps() {
  const { format, language, route, words } = useWords('journey');
  const [id] = route.about;
  const load = async (client: Client) => {
    if (!id) return null;
    const { journey } = await client.ask(journeyStepsQuery, { id });
    return { journey, people: (await client.ask(journeyPeopleQuery, { journey: id })).journeyPeople };
  };
  return (
    <Panel id="journey-steps" title={words.steps} question={id ?? ''} answers lines={8} load={load} none={words.choose}>
      {({ journey, people }) => (
        <>
          <p>{`${nameIn({ ...journey, topCity: null }, language)} · ${words.version(format.whole(journey.version))}`}</p>
          <Table
            columns={['text', 'quiet', 'number', 'number']}
            head={[words.step, words.kind, words.waiting, words.passed]}
            rows={(journey.steps ?? []).map((one) => [
              one.step,
              one.kind === null ? words.former(format.whole(one.version)) : (words.kinds[one.kind] ?? one.kind),
              format.whole(one.waiting),
              format.whole(one.passed),
            ])}
          />
          <h3>{words.people}</h3>
          <People journey={journey.id} people={people} />
        </>
      )}
    </Panel>
  );
}

interface PeopleProps {
  readonly journey: string;
  readonly people: JourneyPeopleQuery['journeyPeople'];
}

function People({ journey, people }: PeopleProps) {
  const { language, words } = useWords('journey');
  if (people.length === 0) return <Notice>{words.nobody}</Notice>;
  return (
    <Table
      columns={['text', 'wraps']}
      head={[words.customer, words.where]}
      rows={people.map((one) => [
        <a key="who" href={hrefOf('journeys', journey, one.customerId)}>
          {aliasOf(one)}
        </a>,
        language === 'zh' ? one.whereZh : one.where,
      ])}
    />
  );
}
