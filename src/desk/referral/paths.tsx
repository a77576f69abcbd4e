import { useMemo, useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Chains, Form, Notice, Panel, useAction } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { findCustomerQuery, type ReferralPathQuery, referralPathQuery } from '../operations.gen.js';
import { communityKey } from '../picture/legend.js';
import { Network } from '../picture/network.js';
import { hrefOf } from '../route.js';
import { pathPlaces, pathScene } from './path-scene.js';

type Found = ReferralPathQuery['referralPath'];

/**
 * The customer of that alias or id, in any case; null when there is none. What was typed goes no further. Throws
 * `Problem`.
 */
async function findCustomer(client: Client, typed: string): Promise<string | null> {
  const text = typed.trim();
  if (text === '') return null;
  const upper = text.toUpperCase();
  const { customers } = await client.ask(findCustomerQuery, { text, id: text, upper, upperId: upper });
  return customers[0]?.id ?? null;
}

/** How two people can be introduced to each other: the three likeliest chains, as a picture and in words. */
export function Paths() {
  const { route, words } = useWords('referral');
  const [from, to] = route.about;
  const load = async (client: Client) =>
    from && to ? (await client.ask(referralPathQuery, { from, to })).referralPath : null;
  return (
    <Panel
      id="paths"
      title={words.paths}
      about={words.pathsAbout}
      question={[from, to].join('/')}
      answers
      lines={4}
      load={load}
      form={(found) => {
        // The ends by their alias, as far as the answer tells it.
        const steps = found?.paths[0]?.steps;
        return <Ends from={steps?.[0]?.customer?.alias ?? from} to={steps?.at(-1)?.customer?.alias ?? to} />;
      }}
    >
      {(found) => <Introductions found={found} />}
    </Panel>
  );
}

interface EndsProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Asks between whom. What is typed is looked up first: the address gets the ids of customers there are, and nothing
 * else.
 */
function Ends({ from, to }: EndsProps) {
  const { client, words } = useWords('referral');
  const { run, said } = useAction();
  const [unknown, setUnknown] = useState('');
  const find = async (typed: readonly (string | undefined)[]) => {
    const found = await Promise.all(typed.map((one) => findCustomer(client, one ?? '')));
    const missing = found.indexOf(null);
    setUnknown(missing < 0 ? '' : words.unknown(missing === 0 ? words.from : words.to));
    if (missing < 0) location.hash = hrefOf('referral', ...found);
  };
  const input = { placeholder: words.aliasOrId };
  return (
    <Form
      fields={[
        { name: 'from', label: words.from, value: from ?? '', input },
        { name: 'to', label: words.to, value: to ?? '', input },
      ]}
      button={words.findPaths}
      submit={(values) => run(() => find([values.from, values.to]))}
    >
      <output class="search-said">{said || unknown}</output>
    </Form>
  );
}

function Introductions({ found }: { readonly found: Found }) {
  const desk = useDesk();
  const { referral: words } = desk.text;
  const { share } = desk.format;
  const scene = useMemo(() => pathScene(found, share), [found, share]);
  if (found.paths.length === 0) return <Notice>{words.noPath}</Notice>;
  return (
    <>
      <Network
        scene={scene}
        places={pathPlaces(found)}
        legend={communityKey(scene, desk, words.onLines)}
        label={words.paths}
        turns
        small
      />
      <Chains chains={found.paths.map(({ closeness, steps }) => ({ chance: closeness, steps }))} closeness />
      <p class="quiet">
        {words.chance} {found.exact ? '' : words.notExact}
      </p>
    </>
  );
}
