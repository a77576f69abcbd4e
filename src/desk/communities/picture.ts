import type { Drawing } from '../../kernel/drawing.js';
import { h } from '../dom.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import { type Scene, sceneOf } from '../picture/drawing.js';
import { chosenCommunity } from './chosen.js';

const MEMBERS = 100;

/** One community from inside: its most influential members and the ties between them. */
export const insidePanel: PanelSpec<Scene> = {
  id: 'inside',
  title: (text) => text.community.inside,
  about: (text, desk, scene) => scene && text.community.insideAbout(desk.format().whole(scene.dots.length)),
  asks: (desk) => desk.state().route.about[0] ?? '',
  ownWords: true,
  lines: 16,
  load: async (desk) => {
    const community = await chosenCommunity(desk);
    if (community === null) return sceneOf({ nodes: [], ties: [] });
    return sceneOf(await desk.client.picture<Drawing>('analysis/communities', { community, limit: MEMBERS }));
  },
  body: (scene, desk) =>
    scene.dots.length === 0 ? h('p', { class: 'notice' }, desk.text().picture.noTies) : network(desk, { scene }),
};
