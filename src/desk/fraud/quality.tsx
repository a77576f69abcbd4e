import type { Client } from '../client.js';
import { Notice } from '../components/notice.js';
import { Panel } from '../components/panel.js';
import { Figures } from '../components/table.js';
import { useDesk } from '../desk.js';
import { fraudQualityQuery } from '../operations.gen.js';

/** How right the score was so far, by what people decided. */
export function Quality() {
  const { text, format, reviewed } = useDesk();
  const { fraud: words } = text;
  const { whole, share } = format;
  const load = async (client: Client) => (await client.ask(fraudQualityQuery, {})).fraudQuality;
  const rate = (value: number | null) => (value === null ? '–' : share(value));
  return (
    <Panel id="quality" title={words.quality} about={words.qualityAbout} question={String(reviewed)} load={load}>
      {({ reviewed: all, truePositives, falsePositives, precision, recall }) => {
        if (all === 0) return <Notice>{words.nothingReviewed}</Notice>;
        const note = words.precisionNote(whole(truePositives), whole(truePositives + falsePositives));
        const list = [
          { name: words.reviewed, value: whole(all) },
          { name: words.precision, value: rate(precision), note },
          { name: words.recall, value: rate(recall), note: words.recallNote },
        ];
        return <Figures list={list} />;
      }}
    </Panel>
  );
}
