import type { Drawing } from '../../kernel/drawing.js';
import { h } from '../dom.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import { type Scene, sceneOf } from '../picture/drawing.js';
import { customerOf, kindOf } from './address.js';
import { candidates } from './questions.js';

const PEOPLE = 12;
const TIES = 8;

interface Circle {
  readonly scene: Scene;
  /** Those of the kind. */
  readonly named: ReadonlySet<string>;
}

/** Those of a kind with whom they know best. Whoever is explained beside it is marked in it. */
export const circlePanel: PanelSpec<Circle> = {
  id: 'circle',
  title: (text) => text.influence.picture,
  about: (text, desk, found) => found && text.influence.pictureAbout(desk.format().whole(found.scene.dots.length)),
  asks: (desk) => kindOf(desk.state().route) ?? 'ALL',
  ownWords: true,
  lines: 16,
  load: async (desk) => {
    const kind = kindOf(desk.state().route);
    const params = { first: PEOPLE, ties: TIES, ...(kind ? { kind } : {}) };
    const [drawing, people] = await Promise.all([
      desk.client.picture<Drawing>('analysis/influencers', params),
      candidates(desk.client, kind, PEOPLE),
    ]);
    return { scene: sceneOf(drawing), named: new Set(people.map(({ customerId }) => customerId)) };
  },
  body: ({ scene, named }, desk) => {
    if (scene.dots.length === 0) return h('p', { class: 'notice' }, desk.text().picture.noTies);
    const mark = () => {
      const asked = customerOf(desk.state().route);
      desk.set({ chosen: scene.dots.some(({ id }) => id === asked) ? asked : null });
    };
    desk.onChange((changed) => changed.has('route') && mark());
    mark();
    return network(desk, { scene, named });
  },
};
