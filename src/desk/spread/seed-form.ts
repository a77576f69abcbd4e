import { h } from '../dom.js';
import { select } from '../panels/fields.js';
import type { Desk } from '../store.js';
import { seedQuestionOf, spreadHref, watchOf } from './address.js';

/** Asks how many people may be asked, on which channel and for what. The answer belongs to the address. */
export function seedForm(desk: Desk): HTMLElement {
  const { spread: words, audience, channel, purpose } = desk.text();
  const { route } = desk.state();
  const asked = seedQuestionOf(route);
  const number = (name: string, label: string, value: number, least: number, most: number) =>
    h(
      'label',
      {},
      h('span', {}, label),
      h('input', { name, type: 'number', required: true, min: least, max: most, step: 1, value }),
    );
  const submit = (event: Event) => {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement);
    location.hash = spreadHref(watchOf(route), {
      channel: String(typed.get('channel')),
      purpose: String(typed.get('purpose')),
      budget: Number(typed.get('budget')),
      floor: Number(typed.get('floor')),
    });
  };
  return h(
    'form',
    { class: 'audience', onsubmit: submit },
    select('channel', audience.channel, Object.entries(channel), asked?.channel),
    select('purpose', audience.purpose, Object.entries(purpose), asked?.purpose),
    number('budget', words.budget, asked?.budget ?? 10, 1, 100),
    number('floor', words.floor, asked?.floor ?? 0, 0, 5),
    h('button', { type: 'submit', class: 'primary' }, words.find),
  );
}
