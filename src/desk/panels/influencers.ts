import { type Influencer, strongest } from '../answers.js';
import { bar, h, swatch } from '../dom.js';
import { colourOf } from '../picture/palette.js';
import { influencers } from '../questions.js';
import type { Desk } from '../store.js';
import type { PanelSpec } from './panel.js';

/** The ten who matter most, each with why; choosing one shows them in the picture. */
export const influencersPanel: PanelSpec<readonly Influencer[]> = {
  id: 'influencers',
  title: (text) => text.influencers.title,
  about: (text) => text.influencers.about,
  load: (desk) => influencers(desk.client, 10),
  shows: ['scene', 'chosen', 'theme'],
  body: (people, desk) => {
    const text = desk.text();
    if (people.length === 0) return h('p', { class: 'notice' }, text.influencers.none);
    return h(
      'ol',
      { class: 'who' },
      people.map((person) => row(person, desk)),
    );
  },
};

function row(person: Influencer, desk: Desk): HTMLElement {
  const text = desk.text();
  const format = desk.format();
  const chosen = desk.state().chosen === person.customerId;
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'who-row',
        'aria-pressed': String(chosen),
        title: text.influencers.show(person.alias),
        onclick: () => desk.set({ chosen: chosen ? null : person.customerId }),
      },
      h(
        'span',
        { class: 'who-name' },
        swatch(colourOf(desk.state().scene, person.communityId, desk.state().theme)),
        h('strong', {}, person.alias),
        h(
          'span',
          { class: 'quiet' },
          [person.city, text.influencers.ties(format.whole(person.degree))].filter(Boolean).join(' · '),
        ),
      ),
      h('span', { class: 'who-score' }, format.decimal(person.influence), bar(person.influence / 100)),
      h(
        'span',
        { class: 'who-why' },
        strongest(person.parts)
          .map((part) => text.influencers.why[part])
          .join(' · '),
      ),
    ),
  );
}
