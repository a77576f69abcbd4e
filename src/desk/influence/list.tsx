import { useEffect } from 'preact/hooks';
import type { Client } from '../client.js';
import { aliasOf, Choices, Panel, Who } from '../components/index.js';
import { type Desk, useDesk, useWords } from '../desk.js';
import { type InfluencersQuery, influencersQuery } from '../operations.gen.js';
import { sceneOf } from '../picture/drawing.js';
import { Network } from '../picture/network.js';
import { customerOf, influenceHref, KINDS, type Kind, kindOf } from './address.js';
import { partsOf } from './index-parts.js';

type Candidate = InfluencersQuery['influencers'][number];

/** How many are listed, and drawn with whom they know best. */
const SHOWN = 12;
const TIES = 8;

/** The most influential of a kind, or of all. Throws `Problem`. */
export async function candidates(client: Client, kind: Kind | null): Promise<readonly Candidate[]> {
  return (await client.ask(influencersQuery, { kind, first: SHOWN })).influencers;
}

/** Who leads, by kind: what the kind means, and for each person what was measured. */
export function InfluenceList() {
  const desk = useDesk();
  const { text, route } = desk;
  const { influence: words } = text;
  const kind = kindOf(route);
  return (
    <Panel
      id="influence-list"
      title={words.title}
      about={words.kindAbout[kind ?? 'ALL']}
      question={kind ?? 'ALL'}
      lines={14}
      load={(client) => candidates(client, kind)}
      none={words.nobody}
      form={() => (
        <Choices
          label={words.kinds}
          choices={[null, ...KINDS].map((one) => {
            return { href: influenceHref(one), words: words.kind[one ?? 'ALL'], chosen: one === kind };
          })}
        />
      )}
    >
      {(people) => {
        const chosen = customerOf(route) ?? people[0]!.customerId;
        return <Who rows={people.map((person) => row(person, person.customerId === chosen, desk))} />;
      }}
    </Panel>
  );
}

function row(person: Candidate, chosen: boolean, desk: Desk) {
  const { influence: words } = desk.text;
  const { customerId, customer, influence, roles } = person;
  return {
    key: customerId,
    href: influenceHref(kindOf(desk.route), customerId),
    chosen,
    name: aliasOf(person),
    beside: (
      <>
        <span class="quiet">{desk.format.word('city', customer?.city)}</span>
        {roles.map((role) => (
          <span key={role} class="badge">
            {words.role[role] ?? role}
          </span>
        ))}
      </>
    ),
    score: desk.format.decimal(influence),
    share: influence / 100,
    why: measured(person, desk),
  };
}

/** What was measured, in words; parts nobody has anything of are left out. Nobody is above everybody: 99 % at most. */
function measured(person: Candidate, { text, format }: Desk): string {
  const { measured: words } = text.influence;
  const { degree, conversions } = person;
  const parts = partsOf(person);
  const share = (part: number) => format.share(Math.min(part, 0.99));
  return [
    words.ties(format.whole(degree), degree),
    parts.reach && words.reach(share(parts.reach)),
    parts.brokerage && words.brokerage(share(parts.brokerage)),
    parts.response && words.response(share(parts.response)),
    conversions > 0 && words.conversion(format.whole(conversions), conversions),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Those of a kind with whom they know best. Whoever is explained beside it is marked in it. */
export function Circle() {
  const { format, route, words } = useWords('influence');
  const kind = kindOf(route);
  const load = async (client: Client) => {
    const [drawing, people] = await Promise.all([
      client.picture('analysis/influencers', { first: SHOWN, ties: TIES, ...(kind ? { kind } : {}) }),
      candidates(client, kind),
    ]);
    return { scene: sceneOf(drawing), named: new Set(people.map(({ customerId }) => customerId)) };
  };
  return (
    <Panel
      id="circle"
      title={words.picture}
      about={(found) => found && words.pictureAbout(format.whole(found.scene.dots.length))}
      question={kind ?? 'ALL'}
      lines={16}
      load={load}
    >
      {(found) => <Marked {...found} />}
    </Panel>
  );
}

function Marked(drawn: Parameters<typeof Network>[0]) {
  const { route, set } = useDesk();
  const asked = customerOf(route);
  useEffect(() => {
    set({ chosen: drawn.scene.dots.some(({ id }) => id === asked) ? asked : null });
  }, [asked, drawn.scene]);
  return <Network {...drawn} />;
}
