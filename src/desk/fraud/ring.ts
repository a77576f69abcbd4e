import type { Drawing } from '../../kernel/drawing.js';
import { type Child, h, swatch } from '../dom.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import type { Scene } from '../picture/drawing.js';
import { colourAt } from '../picture/palette.js';
import type { Desk } from '../store.js';
import { fraudRings, type Ring, ringsPicture } from './questions.js';
import { ringPlaces, ringScene, SHAPES, type Shared } from './ring-scene.js';

interface Shown {
  readonly ring: Ring;
  readonly drawing: Drawing;
}

/** One ring as a picture, with why it is suspicious. Only for roles that see rings. */
export const ringPanel: PanelSpec<Shown | null> = {
  id: 'ring',
  title: (text) => text.fraud.oneRing,
  about: (text, desk, found) =>
    found &&
    h('strong', {}, text.fraud.scored(desk.format().whole(found.ring.score), desk.format().whole(found.ring.size))),
  asks: (desk) => `${desk.state().route.about[0] ?? ''} ${desk.state().revision}`,
  answers: true,
  lines: 14,
  load: async (desk) => {
    const [rings, drawing] = await Promise.all([fraudRings(desk.client), ringsPicture(desk.client)]);
    const asked = desk.state().route.about[0];
    const ring = asked ? rings.find(({ ringId }) => ringId === asked) : rings[0];
    return ring ? { ring, drawing } : null;
  },
  body: (found, desk) => {
    const { fraud: words } = desk.text();
    if (found === null) return h('p', { class: 'notice' }, words.noSuchRing);
    const scene = ringScene(found.drawing, found.ring.members, (kind) => words.shared[kind]);
    return [
      network(desk, { scene, places: ringPlaces(scene), key: key(scene), label: () => words.oneRing, small: true }),
      h('h3', {}, words.why),
      h(
        'ul',
        { class: 'reasons' },
        found.ring.signals.map((signal) =>
          h('li', {}, h('strong', {}, words.signal[signal] ?? signal), words.signalAbout[signal]),
        ),
      ),
      h('p', { class: 'quiet' }, words.notAlone),
    ];
  },
};

/** What shapes and lines mean. */
function key({ dots }: Scene): (desk: Desk) => Child {
  const kinds = (Object.keys(SHAPES) as Shared[]).filter((kind) => dots.some(({ shape }) => shape === SHAPES[kind]));
  return (desk) => entries(kinds, desk);
}

function entries(kinds: readonly Shared[], desk: Desk): Child {
  const { fraud: words } = desk.text();
  return [
    h('p', { class: 'legend-keys' }, words.arrows),
    h(
      'ul',
      {},
      h('li', { class: 'legend-rest' }, swatch(colourAt(0, desk.state().theme)), words.account),
      kinds.map((kind) =>
        h(
          'li',
          { class: 'legend-rest' },
          h('span', { class: `shape shape-${SHAPES[kind]}`, 'aria-hidden': 'true' }),
          words.shared[kind],
        ),
      ),
    ),
  ];
}
