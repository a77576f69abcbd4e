import type { Client } from '../client.js';
import { Bar, ProblemNotice, Swatch, useAnswer } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { influenceHref } from '../influence/address.js';
import { PARTS, type Parts } from '../influence/index-parts.js';
import { type PersonQuery, personQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';
import { type Dot, type Neighbour, neighboursOf, type Scene } from './drawing.js';
import { groupName } from './legend.js';
import { WorthLines } from './worth.js';

type Person = PersonQuery['customer360'];

/** How many of the closest a passing card names. */
const CLOSEST = 5;

/**
 * The card beside the picture: who is pointed at or pinned, how much they matter and why, and who is closest; a hint
 * for null.
 * A pinned person's ties are fetched; a pointed-at one's come from the picture.
 */
export function PersonCard({ id, scene }: { readonly id: string | null; readonly scene: Scene }) {
  const { text, chosen } = useDesk();
  const drawn = scene.dots.find((one) => one.id === chosen);
  // What is not a person has a name and no more.
  const asked = drawn?.shape ? null : chosen;
  const load = async (client: Client) => (asked ? (await client.ask(personQuery, { id: asked })).customer360 : null);
  const [answer, again] = useAnswer(asked ?? '', load);
  const pinned = id !== null && id === chosen;
  const known = pinned && answer.kind === 'ready' ? answer.data : null;
  const dot = scene.dots.find((one) => one.id === id) ?? null;
  // Only a pinned card takes the pointer: a passing one must not lie between the pointer and the dot.
  const name = ['card', id === null && 'card-empty', !pinned && id !== null && 'card-passing']
    .filter(Boolean)
    .join(' ');
  return (
    <aside class={name} aria-live="polite" aria-label={text.person.label}>
      {id === null && <p class="quiet">{text.person.hint}</p>}
      {dot?.shape && <strong>{dot.alias}</strong>}
      {id !== null && !dot?.shape && (
        <>
          <Head id={id} dot={dot} known={known} />
          {known && <WorthLines known={known} />}
          <Ties
            closest={closestOf(id, scene, known)}
            all={known && (known.scores?.degree ?? known.closestTies.length)}
          />
          {pinned && (
            <p class="links">
              <a href={influenceHref(null, id)}>{text.person.toInfluence}</a>
              <a href={hrefOf('referral', id)}>{text.person.toReferral}</a>
            </p>
          )}
          {pinned && answer.kind === 'failed' && <ProblemNotice problem={answer.problem} retry={again} />}
        </>
      )}
    </aside>
  );
}

interface HeadProps {
  readonly id: string;
  readonly dot: Dot | null;
  readonly known: Person | null;
}

function Head({ id, dot, known }: HeadProps) {
  const { format, scene, chosen, set, words } = useWords('person');
  const community = scene?.groups.find((group) => group.id === (dot?.community ?? known?.community?.id));
  const { city, ageBand, tier } = dot ?? known ?? {};
  const about = [format.word('city', city), ageBand, format.word('tier', tier)].filter(Boolean);
  return (
    <>
      <div class="card-head">
        <Swatch rank={dot?.rank ?? -1} />
        <strong>{dot?.alias ?? known?.alias ?? id}</strong>
        {chosen === id && (
          <button type="button" class="tool" aria-label={words.unpin} onClick={() => set({ chosen: null })}>
            ×
          </button>
        )}
      </div>
      {about.length > 0 && <p>{about.join(' · ')}</p>}
      <Preferred known={known} />
      {community && (
        <p class="quiet">
          {words.community} {groupName(community, format)}
        </p>
      )}
      <p class="card-score">
        <span>{words.influence} </span>
        <b>{format.decimal(dot?.influence ?? known?.scores?.influence ?? 0)}</b>
        <span class="quiet"> {words.ofHundred}</span>
      </p>
      <IndexParts parts={dot?.parts ?? {}} />
    </>
  );
}

/** The channel and the language in which they want messages, where they named one. */
function Preferred({ known }: Pick<HeadProps, 'known'>) {
  const { text, words } = useWords('person');
  const { preferredChannel, language } = known ?? {};
  if (!preferredChannel && !language) return null;
  const named = [
    preferredChannel && text.channel[preferredChannel as keyof typeof text.channel],
    language && words.languages[language],
  ];
  return (
    <p class="quiet">
      {words.prefers} {named.filter(Boolean).join(' · ')}
    </p>
  );
}

function IndexParts({ parts }: { readonly parts: Parts }) {
  const { text, format } = useDesk();
  const there = PARTS.filter((part) => parts[part] !== undefined);
  if (there.length === 0) return null;
  return (
    <dl class="parts" aria-label={text.person.parts}>
      {there.map((part) => (
        <div key={part} title={text.partAbout[part]}>
          <dt>{text.part[part]}</dt>
          <dd>
            <Bar share={parts[part]!} />
            {format.share(parts[part]!)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function closestOf(id: string, scene: Scene, known: Person | null): readonly Neighbour[] {
  if (!known) return neighboursOf(scene, id).slice(0, CLOSEST);
  return known.closestTies.map(({ customerId, alias, closeness, kinds }) => {
    return { id: customerId, alias: alias ?? customerId, closeness: closeness ?? 0, kinds: kinds ?? [] };
  });
}

function Ties({ closest, all }: { readonly closest: readonly Neighbour[]; readonly all: number | null }) {
  const { text, format, set } = useDesk();
  if (closest.length === 0) return <p class="quiet">{text.person.noTies}</p>;
  return (
    <>
      <h3>{text.person.ties}</h3>
      <ul class="ties">
        {closest.map(({ id, alias, kinds, closeness }) => (
          <li key={id}>
            <button type="button" class="person" onClick={() => set({ chosen: id })}>
              {alias}
            </button>
            <span class="quiet">{kinds.map((kind) => text.kind[kind] ?? kind).join(', ')}</span>
            <span class="number">{format.share(closeness)}</span>
          </li>
        ))}
      </ul>
      {all !== null && <p class="quiet">{text.person.moreTies(format.whole(all))}</p>}
    </>
  );
}
