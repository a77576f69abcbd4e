import type { Client } from '../client.js';
import { Notice, nameIn, Panel, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { segmentListQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** Every segment that a rule makes, with how many are in it; one of them is chosen by the address. */
export function SegmentList() {
  const { format, language, saved, words } = useWords('segmenting');
  const load = async (client: Client) =>
    (await client.ask(segmentListQuery, {})).segmentRules.filter(({ archivedAt }) => archivedAt === null);
  return (
    <Panel
      id="segments-list"
      title={words.list}
      about={words.listAbout}
      question={String(saved)}
      lines={12}
      load={load}
      none={
        <Notice>
          {words.noSegments} <code>node bin/guanxi.mjs segments create seed/segments</code>
        </Notice>
      }
    >
      {(segments) => (
        <Table
          columns={['wraps', 'number', 'number', 'number']}
          head={[words.segment, words.customers, words.version, words.refreshed]}
          rows={segments.map((segment) => [
            <a key="to" href={hrefOf('segments', segment.id)}>
              {nameIn(segment, language)}
            </a>,
            format.whole(segment.customers),
            String(segment.version),
            segment.refreshedAt ? format.day(segment.refreshedAt) : '–',
          ])}
        />
      )}
    </Panel>
  );
}
