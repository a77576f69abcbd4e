import type { Client } from '../client.js';
import { type Figure, Figures, Notice, Panel } from '../components/index.js';
import { useWords } from '../desk.js';
import { fraudQualityQuery } from '../operations.gen.js';

/** How right the score was so far, by what people decided. */
export function Quality() {
  const { format, reviewed, words } = useWords('fraud');
  const { whole, share } = format;
  const load = async (client: Client) => (await client.ask(fraudQualityQuery, {})).fraudQuality;
  const rate = (value: number | null) => (value === null ? '–' : share(value));
  return (
    <Panel id="quality" title={words.quality} about={words.qualityAbout} question={String(reviewed)} load={load}>
      {({ reviewed: all, truePositives, falsePositives, precision, recall }) => {
        if (all === 0) return <Notice>{words.nothingReviewed}</Notice>;
        const note = words.precisionNote(whole(truePositives), whole(truePositives + falsePositives));
        const list: readonly Figure[] = [
          [words.reviewed, whole(all)],
          [words.precision, rate(precision), note],
          [words.recall, rate(recall), words.recallNote],
        ];
        return <Figures list={list} />;
      }}
    </Panel>
  );
}
