import type { Client } from '../client.js';
import {
  aliases,
  atLeast,
  Bar,
  type Figure,
  Figures,
  nameIn,
  Panel,
  rangeOf,
  Sparkline,
  Table,
} from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { influenceHref } from '../influence/address.js';
import { type CommunityProfileQuery, communityProfileQuery } from '../operations.gen.js';
import { sceneOf } from '../picture/drawing.js';
import { Network } from '../picture/network.js';
import { allCommunities } from './list.js';

type Found = CommunityProfileQuery['communityProfile'][number];

/** How many members are drawn. */
const MEMBERS = 100;
/** People from foot to head of the line of sizes at least. */
const LEAST_SPAN = 10;

/** The community that the address names, else the largest; undefined when there is none. */
async function chosen(client: Client, asked: string | undefined): Promise<string | undefined> {
  return asked ?? (await allCommunities(client))[0]?.id;
}

async function profile(client: Client, asked: string | undefined) {
  const id = await chosen(client, asked);
  if (id === undefined) return null;
  const { communityProfile, communityHistory, segments } = await client.ask(communityProfileQuery, { id });
  const found = communityProfile[0];
  if (!found) return null;
  const named = await aliases(
    client,
    found.leaders.map(({ customerId }) => customerId),
  );
  return { found, history: communityHistory.filter(({ size }) => size !== null).reverse(), segments, named };
}

/** One community: how large and tight, what it is worth, who leads, where its members stand, what they share. */
export function Profile() {
  const { route, language, format, words } = useWords('community');
  const load = (client: Client) => profile(client, route.about[0]);
  return (
    <Panel
      id="profile"
      title={words.profile}
      about={(data) => data && <strong>{nameIn(data.found, language)}</strong>}
      question={route.about[0] ?? ''}
      answers
      lines={12}
      load={load}
      none={words.gone}
    >
      {({ found, history, segments, named }) => (
        <>
          <Facts found={found} />
          <h3>{words.leaders}</h3>
          <p class="people">
            {found.leaders.map(({ customerId: id, influence }) => (
              <a key={id} class="choice" href={influenceHref(null, id)}>
                {named.get(id) ?? id} <span class="quiet">{format.decimal(influence)}</span>
              </a>
            ))}
          </p>
          <h3>{words.lifecycle}</h3>
          <Lifecycle found={found} segments={segments} />
          <h3>{words.topics}</h3>
          <Topics topics={found.topics} />
          <Sizes points={history} />
        </>
      )}
    </Panel>
  );
}

function Facts({ found }: { readonly found: Found }) {
  const { format, words } = useWords('community');
  const { whole, percent, money, day } = format;
  const [value, ...others] = found.value;
  const buying = value && [
    words.orders(whole(value.orders), whole(value.buyers)),
    ...others.map(({ spendMinor, currency }) => money(spendMinor, currency)),
  ];
  const list: readonly Figure[] = [
    [words.size, whole(found.size), words.since(day(found.since))],
    [words.density, percent(found.density), words.pairs(whole(found.ties), found.ties)],
    [words.value, value ? money(value.spendMinor, value.currency) : '–', buying?.join(' · ')],
    [
      words.reachable,
      whole(found.consentMarketing),
      words.ofPeople(percent(found.size > 0 ? found.consentMarketing / found.size : 0)),
    ],
  ];
  return <Figures list={list} />;
}

interface LifecycleProps {
  readonly found: Found;
  readonly segments: CommunityProfileQuery['segments'];
}

/** Members by segment; who is in none never ordered. */
function Lifecycle({ found, segments }: LifecycleProps) {
  const { text, format, language } = useDesk();
  const most = Math.max(...found.segments.map(({ share }) => share), 0.01);
  const named = (id: string) => {
    const known = segments.find((one) => one.id === id);
    return known ? nameIn(known, language) : text.community.noSegment;
  };
  return (
    <Table
      class="bars"
      columns={['text', 'bar-cell', 'number', 'number quiet']}
      rows={found.segments.map(({ segment, members, share }) => [
        named(segment),
        <Bar share={share / most} />,
        format.whole(members),
        format.percent(share),
      ])}
    />
  );
}

function Topics({ topics }: Pick<Found, 'topics'>) {
  const { format, language, words } = useWords('community');
  if (topics.length === 0) return <p class="quiet">{words.noTopics}</p>;
  return (
    <Table
      columns={['wraps', 'number', 'number quiet']}
      rows={topics.map(({ kind, topic, topicZh, share, lift }) => [
        <>
          {language === 'zh' ? topicZh : topic} <span class="quiet">{words.topicKind[kind] ?? kind}</span>
        </>,
        format.percent(share),
        words.lift(format.decimal(lift)),
      ])}
    />
  );
}

/**
 * How the size of a community went over the runs that changed it, oldest first; nothing while there is one size only.
 */
function Sizes({ points }: { readonly points: CommunityProfileQuery['communityHistory'] }) {
  const { text, format } = useDesk();
  const { whole, moment, span } = format;
  if (points.length < 2) return null;
  const sizes = points.map(({ at, size }) => {
    return { value: size ?? 0, title: `${at ? moment(at) : ''}: ${whole(size ?? 0)}` };
  });
  return (
    <>
      <h3>{text.community.history}</h3>
      <Sparkline
        points={sizes}
        label={text.community.history}
        ends={span(points[0]!.at, points.at(-1)!.at)}
        range={atLeast(rangeOf(sizes.map(({ value }) => value)), LEAST_SPAN)}
        written={whole}
      />
    </>
  );
}

/** One community from inside: its most influential members and the ties between them. */
export function Inside() {
  const { format, route, words } = useWords('community');
  const load = async (client: Client) => {
    const community = await chosen(client, route.about[0]);
    if (community === undefined) return sceneOf({ nodes: [], ties: [] });
    return sceneOf(await client.picture('analysis/communities', { community, limit: MEMBERS }));
  };
  return (
    <Panel
      id="inside"
      title={words.inside}
      about={(scene) => scene && words.insideAbout(format.whole(scene.dots.length))}
      question={route.about[0] ?? ''}
      lines={16}
      load={load}
    >
      {(scene) => <Network scene={scene} />}
    </Panel>
  );
}
