import { Fragment } from 'preact';
import type { Client } from '../client.js';
import { Notice, nameIn, Panel } from '../components/index.js';
import { useWords } from '../desk.js';
import { communityChangesQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';
import { type Change, type Grouped, grouped } from './grouped.js';
import { allCommunities, type Community } from './list.js';

type ByName = ReadonlyMap<string, Community>;

async function changes(client: Client) {
  const [{ communityChanges }, communities] = await Promise.all([
    client.ask(communityChangesQuery, {}),
    allCommunities(client),
  ]);
  return { found: communityChanges, known: new Map(communities.map((one) => [one.id, one])) };
}

/** What became of the communities: born, gone, merged, split. */
export function Changes() {
  const { format, words } = useWords('community');
  return (
    <Panel
      id="changes"
      title={words.changes}
      about={(data) => (data?.found[0] ? words.changesAt(format.moment(data.found[0].at)) : words.changesAbout)}
      load={changes}
    >
      {({ found, known }) =>
        found.length === 0 ? (
          <Notice>{words.noChanges}</Notice>
        ) : (
          grouped(found).map((kind) => <OfKind key={kind.kind} of={kind} known={known} />)
        )
      }
    </Panel>
  );
}

function OfKind({ of: { kind, shown, more }, known }: { readonly of: Grouped; readonly known: ByName }) {
  const { format, words } = useWords('community');
  return (
    <>
      <h3>
        {words.event[kind] ?? kind} · {format.whole(shown.length + more)}
      </h3>
      <ul class="changes">
        {shown.map((change) => (
          <li key={[...change.from, '>', ...change.into].join()}>
            <Line change={change} known={known} />
          </li>
        ))}
        {more > 0 && <li class="quiet">{words.moreChanges(format.whole(more))}</li>}
      </ul>
    </>
  );
}

function Line({ change: { kind, from, into, members }, known }: { readonly change: Change; readonly known: ByName }) {
  const { format, language, words } = useWords('community');
  const links = (ids: readonly string[]) =>
    ids.map((id, place) => (
      <Fragment key={id}>
        {place > 0 && words.and}
        <a href={hrefOf('communities', id)}>{nameIn(known.get(id) ?? { id, name: null, nameZh: null }, language)}</a>
      </Fragment>
    ));
  return (
    <>
      {kind !== 'BORN' && links(from)}
      {kind !== 'BORN' && kind !== 'GONE' && ' → '}
      {kind !== 'GONE' && links(into)}
      <span class="quiet"> {words.people(format.whole(members), members)}</span>
    </>
  );
}
