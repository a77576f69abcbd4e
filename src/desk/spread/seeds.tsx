import type { Client } from '../client.js';
import { Bar, Form, List, Notice, Panel, PersonLink, Table } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { type AlternativeFragment, type SeedSetQuery, seedSetQuery } from '../operations.gen.js';
import { type Scene, sceneOf } from '../picture/drawing.js';
import { Network } from '../picture/network.js';
import { type SeedQuestion, seedQuestionOf, spreadHref, watchOf } from './address.js';

type Seeding = SeedSetQuery['seedSet'];

/** How many of the closest of each seed are drawn, and how many seeds carry their alias. */
const TIES = 8;
const NAMED = 12;

async function seedSet(client: Client, { floor, ...question }: SeedQuestion) {
  const input = { ...question, ...(floor > 0 ? { perCommunity: { atLeast: floor } } : {}) };
  const { seedSet: set } = await client.ask(seedSetQuery, { input });
  const customerIds = set.seeds.map(({ customerId }) => customerId).join(',');
  const drawing = customerIds === '' ? null : await client.picture('analysis/seeds', { customerIds, ties: TIES });
  return { set, scene: drawing && sceneOf(drawing) };
}

/** Whom to start from so that most people hear of it, compared with two simpler ways to spend the same. */
export function Seeds() {
  const { route, words } = useWords('spread');
  const question = seedQuestionOf(route);
  return (
    <Panel
      id="seeds"
      title={words.seeds}
      about={words.seedsAbout}
      question={JSON.stringify(question)}
      lines={12}
      load={async (client) => question && seedSet(client, question)}
      form={() => <Ask asked={question} />}
      none={<p class="quiet">{words.askFirst}</p>}
    >
      {(found) => <Found {...found} />}
    </Panel>
  );
}

/** Asks how many people may be asked, on which channel and for what. The answer belongs to the address. */
function Ask({ asked }: { readonly asked: SeedQuestion | null }) {
  const { text, route } = useDesk();
  const { spread: words, audience, channel, purpose } = text;
  const number = (least: number, most: number) => ({ type: 'number', min: least, max: most, step: 1 });
  return (
    <Form
      fields={[
        { name: 'channel', label: audience.channel, value: asked?.channel, options: Object.entries(channel) },
        { name: 'purpose', label: audience.purpose, value: asked?.purpose, options: Object.entries(purpose) },
        { name: 'budget', label: words.budget, value: String(asked?.budget ?? 10), input: number(1, 100) },
        { name: 'floor', label: words.floor, value: String(asked?.floor ?? 0), input: number(0, 5) },
      ]}
      button={words.find}
      submit={({ budget, floor, ...chosen }) => {
        const seeds = {
          ...(chosen as Pick<SeedQuestion, 'channel' | 'purpose'>),
          budget: Number(budget),
          floor: Number(floor),
        };
        location.hash = spreadHref(watchOf(route), seeds);
      }}
    />
  );
}

function Found({ set, scene }: { readonly set: Seeding; readonly scene: Scene | null }) {
  const { format, words } = useWords('spread');
  const { whole, decimal } = format;
  const { seeds, reach, people, unmetFloors, notes } = set;
  if (seeds.length === 0) return <Notice>{words.nobody}</Notice>;
  return (
    <>
      <p class="may">{words.reaches(whole(seeds.length), whole(reach.mean), whole(people), seeds.length)}</p>
      <Comparison set={set} />
      <p class="quiet">{words.error(decimal(reach.low), decimal(reach.high))}</p>
      {unmetFloors.length > 0 && <p class="quiet">{words.unmet(whole(unmetFloors.length))}</p>}
      {notes.map((note) => (
        <p key={note} class="quiet" lang="en">
          {note}
        </p>
      ))}
      <Chosen seeds={seeds} />
      {scene && (
        <Network
          scene={scene}
          named={new Set(seeds.slice(0, NAMED).map(({ customerId }) => customerId))}
          label={words.seeds}
          small
        />
      )}
    </>
  );
}

function Comparison({ set: { reach, topDegree, random } }: { readonly set: Seeding }) {
  const { format, words } = useWords('spread');
  const most = Math.max(reach.mean, topDegree.reach.mean, random.reach.mean, 1);
  // How many people the chosen seeds reach more; where chance would explain it, that is said instead.
  const more = ({ advantage: { mean, low } }: AlternativeFragment) =>
    low > 0 ? words.more(format.decimal(mean)) : words.sameByChance;
  const row = (name: string, mean: number, note: string | null) => {
    return [name, <Bar key="bar" share={mean / most} />, format.decimal(mean), note];
  };
  return (
    <Table
      class="bars"
      columns={['text', 'bar-cell', 'number', 'quiet']}
      rows={[
        row(words.chosen, reach.mean, null),
        row(words.topDegree, topDegree.reach.mean, more(topDegree)),
        row(words.random, random.reach.mean, more(random)),
      ]}
    />
  );
}

function Chosen({ seeds }: Pick<Seeding, 'seeds'>) {
  const { text, format } = useDesk();
  const { spread: words, influence } = text;
  const about = ({ customer, degree, forFloor }: Seeding['seeds'][number]) =>
    [
      format.word('city', customer?.city),
      influence.measured.ties(format.whole(degree), degree),
      forFloor && words.forFloor,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <List
      class="seeds"
      ordered
      columns={['text', 'quiet', 'number']}
      rows={seeds.map((seed) => [
        <PersonLink of={seed} />,
        about(seed),
        words.adds(format.decimal(seed.marginalReach)),
      ])}
    />
  );
}
