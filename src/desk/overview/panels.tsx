import type { Client } from '../client.js';
import { aliases, aliasOf, Bar, Notice, nameIn, Panel, Swatch, Table, Who } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { partsOf, strongest } from '../influence/index-parts.js';
import { communitiesQuery, influencersQuery, rfmSegmentsQuery } from '../operations.gen.js';
import { sceneOf } from '../picture/drawing.js';
import { Network } from '../picture/network.js';
import { rankOf } from '../picture/palette.js';
import { hrefOf } from '../route.js';

/** How many people a picture shows: more cannot be told apart. */
const MOST_DOTS = 300;
const COMMUNITIES = 8;
const LEADERS = 2;

/** The network at a glance; its communities give the colours of the lists. `everybody` is who could be drawn. */
export function Picture({ everybody }: { readonly everybody: number }) {
  const { text, format, set } = useDesk();
  const load = async (client: Client) => {
    const scene = sceneOf(await client.picture('network/overview', { people: MOST_DOTS }));
    set({ scene });
    return scene;
  };
  return (
    <Panel
      id="picture"
      title={text.picture.title}
      about={(scene) => scene && text.picture.about(format.whole(scene.dots.length), format.whole(everybody))}
      lines={20}
      load={load}
    >
      {(scene) => <Network scene={scene} comesUp />}
    </Panel>
  );
}

/** The ten who matter most, each with why; choosing one shows them in the picture. */
export function Influencers() {
  const { format, scene, chosen, set, words } = useWords('influencers');
  const load = async (client: Client) => (await client.ask(influencersQuery, { first: 10 })).influencers;
  return (
    <Panel id="influencers" title={words.title} about={words.about} load={load} none={words.none}>
      {(people) => (
        <Who
          rows={people.map((person) => {
            const { customerId: key, customer, communityId, degree, influence } = person;
            const about = [format.word('city', customer?.city), words.ties(format.whole(degree))]
              .filter(Boolean)
              .join(' · ');
            return {
              key,
              press: () => set({ chosen: chosen === key ? null : key }),
              title: words.show(aliasOf(person)),
              chosen: chosen === key,
              rank: rankOf(scene, communityId),
              name: aliasOf(person),
              beside: <span class="quiet">{about}</span>,
              score: format.decimal(influence),
              share: influence / 100,
              why: strongest(partsOf(person))
                .map((part) => words.why[part])
                .join(' · '),
            };
          })}
        />
      )}
    </Panel>
  );
}

async function largest(client: Client) {
  const { topCommunities } = await client.ask(communitiesQuery, { limit: 100 });
  const leaders = topCommunities.slice(0, COMMUNITIES).flatMap((one) => one.leaders.slice(0, LEADERS));
  return { topCommunities, aliasOf: await aliases(client, leaders) };
}

/** The communities, the largest first: how many people, who leads, where they live. */
export function Communities() {
  const { text, format, language, scene, set } = useDesk();
  const { communities: words, influencers } = text;
  const leader = (id: string, alias: string) => (
    <button type="button" class="person" key={id} title={influencers.show(alias)} onClick={() => set({ chosen: id })}>
      {alias}
    </button>
  );
  return (
    <Panel id="communities" title={words.title} about={words.about} load={largest}>
      {({ topCommunities: found, aliasOf: named }) =>
        found.length === 0 ? (
          <Notice>{words.none}</Notice>
        ) : (
          <>
            <Table
              columns={['wraps', 'number', 'text']}
              head={[words.name, words.size, words.leaders]}
              rows={found.slice(0, COMMUNITIES).map((one) => [
                <>
                  <Swatch rank={rankOf(scene, one.id)} />
                  <a href={hrefOf('communities', one.id)}>{nameIn(one, language)}</a>
                </>,
                format.whole(one.size),
                <div class="people">{one.leaders.slice(0, LEADERS).map((id) => leader(id, named.get(id) ?? id))}</div>,
              ])}
            />
            {found.length > COMMUNITIES && <p class="quiet">{words.more(format.whole(found.length - COMMUNITIES))}</p>}
          </>
        )
      }
    </Panel>
  );
}

/** The value segments as bars: how many customers, and what they spent. */
export function Segments() {
  const { format, language, words } = useWords('segments');
  const load = async (client: Client) => (await client.ask(rfmSegmentsQuery, {})).rfmSegments;
  return (
    <Panel id="segments" title={words.title} about={words.about} load={load}>
      {(found) =>
        found.every(({ customers }) => customers === 0) ? (
          <Notice>
            {words.none} <code>{words.noneFix}</code>
          </Notice>
        ) : (
          <Table
            class="bars"
            columns={['text', 'bar-cell', 'number', 'number']}
            head={[words.name, words.customers, null, words.spend]}
            rows={found.map((one) => [
              nameIn(one, language),
              <Bar share={one.customers / Math.max(...found.map(({ customers }) => customers))} />,
              format.whole(one.customers),
              one.currency ? format.money(one.spendMinor, one.currency) : '–',
            ])}
          />
        )
      }
    </Panel>
  );
}
