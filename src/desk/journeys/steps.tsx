import { MARKETING } from '../campaigns/address.js';
import type { Client } from '../client.js';
import { aliasOf, Download, Notice, nameIn, Panel, Table, Turns } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  archiveJourneyMutation,
  type JourneyPeopleQuery,
  type JourneyStepsQuery,
  journeyPeopleQuery,
  journeyStepsQuery,
  pauseJourneyMutation,
  resumeJourneyMutation,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** The steps of the journey that was chosen: how many are at each, who, and until when. */
export function JourneySteps() {
  const { format, language, route, role, acted, words } = useWords('journey');
  const [id] = route.about;
  const load = async (client: Client) => {
    if (!id) return null;
    const { journey } = await client.ask(journeyStepsQuery, { id });
    return { journey, people: (await client.ask(journeyPeopleQuery, { journey: id })).journeyPeople };
  };
  return (
    <Panel
      id="journey-steps"
      title={words.steps}
      question={`${id ?? ''} ${acted}`}
      keep={id}
      answers
      lines={8}
      load={load}
      none={words.choose}
    >
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
          {MARKETING.includes(role ?? '') && <Stages journey={journey} />}
          <Download name={`journey-${journey.id}`} label={words.export} rows={tableOf(journey)} />
          <h3>{words.people}</h3>
          <People journey={journey.id} people={people} />
        </>
      )}
    </Panel>
  );
}

type Shown = JourneyStepsQuery['journey'];

/** What may be done with a journey as it stands. */
function Stages({ journey: { id, status } }: { readonly journey: Shown }) {
  const { client, acted, set, words } = useWords('journey');
  const then = (work: () => Promise<unknown>) => async () => {
    await work();
    set({ acted: acted + 1 });
    return null;
  };
  const pause = { name: 'pause', label: words.pause, work: then(() => client.ask(pauseJourneyMutation, { id })) };
  const resume = { name: 'resume', label: words.resume, work: then(() => client.ask(resumeJourneyMutation, { id })) };
  const end = { name: 'archive', label: words.archive, work: then(() => client.ask(archiveJourneyMutation, { id })) };
  if (status === 'ARCHIVED') return null;
  const first = status === 'RUNNING' ? pause : { ...resume, primary: true };
  return <Turns turns={[first, { ...end, really: words.reallyArchive }]} no={words.no} />;
}

function tableOf({ steps }: Shown) {
  const rows = (steps ?? []).map((one) => [one.version, one.step, one.kind, one.waiting, one.passed]);
  return [['version', 'step', 'kind', 'waiting', 'passed'], ...rows];
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
