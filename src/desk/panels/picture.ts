import { h } from '../dom.js';
import { type Scene, sceneOf } from '../picture/drawing.js';
import { overview } from '../questions.js';
import type { Desk } from '../store.js';
import { network } from './network.js';
import type { PanelSpec } from './panel.js';

/** The network at a glance; its communities give the colours of the lists. `everybody` is who could be drawn. */
export function picturePanel(everybody: number): PanelSpec<Scene> {
  return {
    id: 'picture',
    title: (text) => text.picture.title,
    about: (text, desk, scene) =>
      scene && text.picture.about(desk.format().whole(scene.dots.length), desk.format().whole(everybody)),
    lines: 20,
    ownWords: true,
    load: async (desk: Desk) => {
      const scene = sceneOf(await overview(desk.client));
      desk.set({ scene });
      return scene;
    },
    body: (scene, desk) =>
      scene.dots.length === 0
        ? h('p', { class: 'notice' }, desk.text().picture.noTies)
        : network(desk, { scene, comesUp: true }),
  };
}
