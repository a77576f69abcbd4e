import { useMemo } from 'preact/hooks';
import type { Client } from '../client.js';
import { aliasOf, Chains, Figures, List, Notice, nameIn, Panel, PersonLink } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { decisionChainQuery, type WayFragment } from '../operations.gen.js';
import { groupKey } from '../picture/legend.js';
import { Network } from '../picture/network.js';
import { pathPlaces } from '../referral/path-scene.js';
import { DECISION_RANK, decisionScene, type Decision as Found, waysOf } from './decision-scene.js';
import { companies } from './list.js';

/** Who decides at a company, who has a say, who stands in between, and the best ways in. */
export function Decision() {
  const { format, language, route, words } = useWords('company');
  const load = async (client: Client) => {
    const company = route.about[0] ?? (await companies(client))[0]?.id;
    return company ? (await client.ask(decisionChainQuery, { company })).decisionChain : null;
  };
  return (
    <Panel
      id="decision"
      title={words.decision}
      about={(found) => found && <strong>{nameIn({ ...found, id: found.companyId }, language)}</strong>}
      question={route.about[0] ?? ''}
      answers
      lines={14}
      load={load}
      none={words.none}
    >
      {(found) => (
        <>
          {found.decisionMaker ? (
            <Decided found={found} maker={found.decisionMaker} />
          ) : (
            <Notice>{words.nobody}</Notice>
          )}
          {found.notShown > 0 && <p class="quiet">{words.notShown(format.whole(found.notShown), found.notShown)}</p>}
        </>
      )}
    </Panel>
  );
}

interface DecidedProps {
  readonly found: Found;
  readonly maker: NonNullable<Found['decisionMaker']>;
}

function Decided({ found, maker }: DecidedProps) {
  const { format, words } = useWords('company');
  const { whole, share } = format;
  const { waysIn, chains, people } = found;
  const best = waysIn[0];
  return (
    <>
      <Figures
        list={[
          [words.decides, aliasOf(maker), format.word('position', maker.role)],
          [words.people, whole(people.length), words.withChain(whole(chains.length))],
          [
            words.bestWay,
            best ? share(best.probability) : '–',
            best ? words.through(aliasOf(best.steps[0]!)) : words.noWay,
          ],
        ]}
      />
      <Picture found={found} />
      <h3>{words.waysIn}</h3>
      {waysIn.length === 0 ? <p class="quiet">{words.noWay}</p> : <Ways ways={waysIn} />}
      <h3>{words.chains}</h3>
      {chains.length === 0 ? <p class="quiet">{words.noChain}</p> : <Ways ways={chains} />}
      <Staff title={words.influencers} people={found.influencers.map((one) => ({ ...one, score: share(one.score) }))} />
      <Staff
        title={words.gatekeepers}
        people={found.gatekeepers.map((one) => ({ ...one, score: words.chainsOf(whole(one.chains), one.chains) }))}
      />
    </>
  );
}

function Picture({ found }: { readonly found: Found }) {
  const { text, format } = useDesk();
  const { company: words, referral } = text;
  const scene = useMemo(() => decisionScene(found, format.share), [found, format]);
  const paths = waysOf(found);
  if (paths.length === 0) return null;
  return (
    <Network
      scene={scene}
      places={pathPlaces({ paths })}
      legend={groupKey(referral.onLines, DECISION_RANK, words.group)}
      label={words.decision}
      small
    />
  );
}

function Ways({ ways }: { readonly ways: readonly WayFragment[] }) {
  const { words } = useWords('company');
  const chains = ways.map(({ steps, probability, formal }) => {
    return { chance: probability, steps, note: formal === true && words.formal };
  });
  return <Chains chains={chains} />;
}

interface StaffProps {
  readonly title: string;
  readonly people: readonly (Found['people'][number] & { readonly score: string })[];
}

function Staff({ title, people }: StaffProps) {
  const { format } = useDesk();
  return (
    <>
      {people.length > 0 && <h3>{title}</h3>}
      <List
        class="seeds"
        columns={['text', 'quiet', 'number']}
        rows={people.map((one) => [<PersonLink of={one} />, format.word('position', one.role), one.score])}
      />
    </>
  );
}
