import { useMemo } from 'preact/hooks';
import type { Client } from '../client.js';
import { aliasOf, type Figure, Figures, Notice, Panel, Table } from '../components/index.js';
import { type Desk, useWords } from '../desk.js';
import { referralTreeQuery } from '../operations.gen.js';
import { groupKey } from '../picture/legend.js';
import { Network } from '../picture/network.js';
import { referrers } from './lists.js';
import { type Tree as Found, TREE_RANK, treePlaces, treeScene } from './tree-scene.js';

/** How many people of a tree are drawn: more cannot be told apart. */
const MOST_DRAWN = 200;

/** Everyone a customer brought: what the tree is worth, and its picture. */
export function Tree() {
  const { route, words } = useWords('referral');
  const load = async (client: Client) => {
    const customer = route.about[0] ?? (await referrers(client))[0]?.customerId;
    return customer ? (await client.ask(referralTreeQuery, { customer, first: MOST_DRAWN })).referralTree : null;
  };
  return (
    <Panel
      id="tree"
      title={words.tree}
      about={(tree) => tree && <strong>{words.broughtBy(aliasOf(tree))}</strong>}
      question={route.about[0] ?? ''}
      answers
      lines={14}
      load={load}
      none={words.noReferrals}
    >
      {(tree) => <Brought tree={tree} />}
    </Panel>
  );
}

function Brought({ tree }: { readonly tree: Found }) {
  const { format, words } = useWords('referral');
  const { whole } = format;
  const scene = useMemo(() => treeScene(tree), [tree]);
  const hidden = tree.notShown > 0 && <p class="quiet">{words.notShown(whole(tree.notShown), tree.notShown)}</p>;
  if (tree.people === 0)
    return (
      <>
        <Notice>{words.broughtNobody}</Notice>
        {hidden}
      </>
    );
  return (
    <>
      <Facts tree={tree} />
      <Network
        scene={scene}
        places={treePlaces(tree)}
        legend={groupKey(words.arrows, TREE_RANK, words.group, ['converted', 'joined'])}
        label={words.tree}
        small
      />
      {tree.members.length < tree.people && <p class="quiet">{words.firstDrawn(whole(tree.members.length))}</p>}
      {hidden}
      {tree.depth > 1 && <Levels levels={tree.levels} />}
    </>
  );
}

function Facts({ tree: { people, depth, breadth, conversions, value } }: { readonly tree: Found }) {
  const { format, words } = useWords('referral');
  const { whole, share } = format;
  const list: readonly Figure[] = [
    [words.people, whole(people), words.shape(whole(depth), whole(breadth), depth)],
    [words.conversions, whole(conversions), words.ofBrought(share(conversions / people))],
    [words.value, worth(value, format), words.kept],
  ];
  return <Figures list={list} />;
}

function Levels({ levels }: Pick<Found, 'levels'>) {
  const { format, words } = useWords('referral');
  const { whole } = format;
  return (
    <Table
      class="levels"
      columns={['text', 'number', 'number', 'number']}
      head={[words.level, words.people, words.conversions, words.value]}
      rows={levels.map(({ level, people, conversions, value }) => [
        whole(level),
        whole(people),
        whole(conversions),
        worth(value, format),
      ])}
    />
  );
}

/**
 * Money of all currencies, the largest first as the server gives it; an amount may be larger than a number can hold, so
 * it is text.
 */
function worth(value: Found['value'], { money, list }: Desk['format']): string {
  return value.length === 0 ? '–' : list(value.map(({ valueMinor, currency }) => money(Number(valueMinor), currency)));
}
