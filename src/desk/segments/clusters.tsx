import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Bar, Notice, nameIn, Panel, Table, useAction } from '../components/index.js';
import { useWords } from '../desk.js';
import { type ClustersQuery, clustersQuery, keepClusterMutation, runClustersMutation } from '../operations.gen.js';

type Run = NonNullable<ClustersQuery['clusterRun']>;
const RUNS = ['admin', 'analyst'];
const KEEPS = ['admin', 'marketer'];

/**
 * Customers put together by what they have in common: what sets each cluster apart, and the button that makes one a
 * segment.
 */
export function Clusters() {
  const { client, role, saved, set, words } = useWords('segmenting');
  const { busy, run, said } = useAction();
  const load = async (asking: Client) => (await asking.ask(clustersQuery, {})).clusterRun;
  const again = async () => {
    await client.ask(runClustersMutation, {});
    set({ saved: saved + 1 });
  };
  const below = RUNS.includes(role ?? '') && (
    <p>
      <button type="button" disabled={busy} onClick={() => run(again)}>
        {busy ? words.clustering : words.runClusters}
      </button>
      {said}
    </p>
  );
  return (
    <Panel
      id="clusters"
      title={words.clusters}
      about={words.clustersAbout}
      question={String(saved)}
      lines={8}
      load={load}
      none={<Notice>{words.noClusters}</Notice>}
      below={below}
    >
      {(found) => <Found run={found} />}
    </Panel>
  );
}

function Found({ run: { at, customers, silhouette, sampled, clusters } }: { readonly run: Run }) {
  const { format, language, role, words } = useWords('segmenting');
  return (
    <>
      <Table
        class="bars"
        columns={['wraps', 'bar-cell', 'number', 'text']}
        head={[words.apart, words.customers, null, null]}
        rows={clusters.map((cluster) => [
          nameIn(cluster, language),
          <Bar key="bar" share={cluster.customers / customers} />,
          format.whole(cluster.customers),
          KEEPS.includes(role ?? '') ? <Keep key={cluster.id} cluster={cluster.id} /> : '',
        ])}
      />
      <p class="quiet">
        {words.clustered(format.day(at), silhouette === null ? '–' : silhouette.toFixed(2))}
        {sampled !== null && words.sampled(format.whole(sampled))}
      </p>
    </>
  );
}

/** The id of the segment follows from the cluster's. */
function Keep({ cluster }: { readonly cluster: string }) {
  const { client, saved, set, words } = useWords('segmenting');
  const { busy, run, said } = useAction();
  const [kept, setKept] = useState(false);
  const keep = async () => {
    await client.ask(keepClusterMutation, { cluster, segment: cluster });
    setKept(true);
    set({ saved: saved + 1 });
  };
  return (
    <>
      <button type="button" disabled={busy || kept} onClick={() => run(keep)}>
        {kept ? words.kept : words.keep}
      </button>
      {said}
    </>
  );
}
