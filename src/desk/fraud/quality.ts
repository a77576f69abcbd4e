import { h } from '../dom.js';
import { figures } from '../panels/figures.js';
import type { PanelSpec } from '../panels/panel.js';
import { fraudQuality, type Quality } from './questions.js';

/** How right the score was so far, by what people decided. */
export const qualityPanel: PanelSpec<Quality> = {
  id: 'quality',
  title: (text) => text.fraud.quality,
  about: (text) => text.fraud.qualityAbout,
  asks: (desk) => String(desk.state().reviewed),
  load: (desk) => fraudQuality(desk.client),
  body: (found, desk) => {
    const { fraud: words } = desk.text();
    const { whole, share } = desk.format();
    if (found.reviewed === 0) return h('p', { class: 'notice' }, words.nothingReviewed);
    const suspicious = found.truePositives + found.falsePositives;
    return figures([
      { name: words.reviewed, value: whole(found.reviewed) },
      {
        name: words.precision,
        value: found.precision === null ? '–' : share(found.precision),
        note: words.precisionNote(whole(found.truePositives), whole(suspicious)),
      },
      { name: words.recall, value: found.recall === null ? '–' : share(found.recall), note: words.recallNote },
    ]);
  },
};
