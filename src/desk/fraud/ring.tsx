import { useMemo } from 'preact/hooks';
import type { Client } from '../client.js';
import { Panel } from '../components/index.js';
import { useWords } from '../desk.js';
import { Network } from '../picture/network.js';
import { ringPlaces, ringScene, SHAPES, type Shared } from './ring-scene.js';
import { fraudRings } from './rings.js';

/** How many rings are drawn, with how many ties at most. */
const DRAWN = { first: 20, ties: 1500 };

async function ringOf(client: Client, asked: string | undefined) {
  const [rings, drawing] = await Promise.all([fraudRings(client), client.picture('fraud/rings', DRAWN)]);
  const ring = asked ? rings.find(({ ringId }) => ringId === asked) : rings[0];
  return ring ? { ring, drawing } : null;
}
type Found = NonNullable<Awaited<ReturnType<typeof ringOf>>>;

/** One ring as a picture, with why it is suspicious. Only for roles that see rings. */
export function Ring() {
  const { format, route, revision, words } = useWords('fraud');
  const { whole } = format;
  const load = (client: Client) => ringOf(client, route.about[0]);
  return (
    <Panel
      id="ring"
      title={words.oneRing}
      about={(found) => found && <strong>{words.scored(whole(found.ring.score), whole(found.ring.size))}</strong>}
      question={`${route.about[0] ?? ''} ${revision}`}
      answers
      lines={14}
      load={load}
      none={words.noSuchRing}
    >
      {(found) => <Suspicion found={found} />}
    </Panel>
  );
}

function Suspicion({ found: { ring, drawing } }: { readonly found: Found }) {
  const { words } = useWords('fraud');
  const scene = useMemo(() => ringScene(drawing, ring.members, (kind) => words.shared[kind]), [drawing, ring, words]);
  const kinds = (Object.keys(SHAPES) as Shared[]).filter((kind) =>
    scene.dots.some(({ shape }) => shape === SHAPES[kind]),
  );
  const shapes = kinds.map((kind) => ({ words: words.shared[kind], shape: SHAPES[kind] }));
  const legend = { line: words.arrows, entries: [{ words: words.account, rank: 0 }, ...shapes] };
  return (
    <>
      <Network scene={scene} places={ringPlaces(scene)} legend={legend} label={words.oneRing} small />
      <h3>{words.why}</h3>
      <ul class="reasons">
        {ring.signals.map((signal) => (
          <li key={signal}>
            <strong>{words.signal[signal] ?? signal}</strong>
            {words.signalAbout[signal]}
          </li>
        ))}
      </ul>
      <p class="quiet">{words.notAlone}</p>
    </>
  );
}
