import type { Client } from '../client.js';
import { ClosedNotice, Notice, Panel, PersonLink, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { segmentPeopleQuery } from '../operations.gen.js';

const SHOWN = 12;
/** Who may see the people of a segment; the others see counts. */
const SEES = ['admin', 'marketer'];

/** Who is in the chosen segment, and who came and went lately, with the reason. */
export function SegmentPeople() {
  const { format, role, route, saved, words } = useWords('segmenting');
  const id = route.about[0] ?? null;
  const sees = SEES.includes(role ?? '');
  const since = (one: { readonly since: string | null }) => (one.since ? format.day(one.since) : '–');
  const load = async (client: Client) =>
    id && sees ? client.ask(segmentPeopleQuery, { id, limit: SHOWN }) : { segmentMembers: [], segmentHistory: [] };
  return (
    <Panel
      id="segment-people"
      title={words.people}
      about={words.peopleAbout}
      question={`${id} ${saved}`}
      lines={10}
      load={load}
    >
      {({ segmentMembers: members, segmentHistory: stays }) => {
        if (!sees) return <ClosedNotice roles={SEES} />;
        if (id === null) return <Notice>{words.chooseSegment}</Notice>;
        return (
          <>
            <h3>{words.members}</h3>
            {members.length === 0 ? (
              <p class="quiet">{words.nobody}</p>
            ) : (
              <Table
                columns={['text', 'number']}
                head={[words.who, words.since]}
                rows={members.map((one) => [<PersonLink key="who" of={one} />, since(one)])}
              />
            )}
            <h3>{words.history}</h3>
            {stays.length === 0 ? (
              <p class="quiet">{words.noMoves}</p>
            ) : (
              <Table
                columns={['text', 'number', 'number', 'wraps']}
                head={[words.who, words.since, words.until, words.why]}
                rows={stays.map((one) => [
                  <PersonLink key="who" of={one} />,
                  since(one),
                  one.until ? format.day(one.until) : words.stays,
                  one.left ? (words.left[one.left] ?? one.left) : words.meets,
                ])}
              />
            )}
          </>
        );
      }}
    </Panel>
  );
}
