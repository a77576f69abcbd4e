import { type Child, h, swatch } from '../dom.js';
import type { Group, Scene } from '../picture/drawing.js';
import { COLOURS, colourAt } from '../picture/palette.js';
import type { Desk } from '../store.js';
import type { Dictionary } from '../text/text.js';

/** How many communities the legend names. */
const SHOWN = 8;

/** What a community is called: where most of it lives, and who leads it. */
export function groupName(group: Group): string {
  return group.city ? `${group.city} · ${group.leader}` : group.leader;
}

/** What colour, size and line mean; a community's entry shows that community alone while it is pressed. */
export function legend(
  scene: Scene,
  keys?: (text: Dictionary) => string,
): (desk: Desk, highlight: (community: string | null) => void) => Child {
  return (desk, highlight) => [keyLine(desk, scene, keys), entries(desk, scene, highlight)];
}

function keyLine(desk: Desk, scene: Scene, keys?: (text: Dictionary) => string): HTMLElement {
  const { picture: text } = desk.text();
  const colour = scene.groups.length > COLOURS ? text.colours : text.colour;
  return h(
    'p',
    { class: 'legend-keys' },
    keys ? [colour, ' · ', keys(desk.text())] : [colour, ' · ', text.size, ' · ', text.line],
  );
}

function entries(desk: Desk, scene: Scene, highlight: (community: string | null) => void): HTMLElement {
  const rest = scene.groups.length - SHOWN;
  return h(
    'ul',
    { 'aria-label': desk.text().communities.title },
    scene.groups.slice(0, SHOWN).map((group) => h('li', {}, entry(group, desk, highlight))),
    rest > 0 && h('li', { class: 'legend-rest quiet' }, desk.text().communities.more(desk.format().whole(rest))),
  );
}

function entry(group: Group, desk: Desk, highlight: (community: string | null) => void): HTMLElement {
  const text: Dictionary = desk.text();
  const button = h(
    'button',
    {
      type: 'button',
      class: 'legend-entry',
      'aria-pressed': 'false',
      'aria-label': text.picture.community(groupName(group), desk.format().whole(group.size)),
      onclick: () => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        for (const other of button.closest('ul')!.querySelectorAll('button'))
          other.setAttribute('aria-pressed', 'false');
        button.setAttribute('aria-pressed', String(on));
        highlight(on ? group.id : null);
      },
    },
    swatch(colourAt(group.rank, desk.state().theme)),
    groupName(group),
    h('span', { class: 'quiet' }, desk.format().whole(group.size)),
  );
  return button;
}
