import { type Child, h } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import { legend } from '../panels/legend.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { pathForm } from './path-form.js';
import { pathPlaces, pathScene } from './path-scene.js';
import { type Paths, referralPaths } from './questions.js';

/** How two people can be introduced to each other: the three likeliest chains, as a picture and in words. */
export const pathsPanel: PanelSpec<Paths | null> = {
  id: 'paths',
  title: (text) => text.referral.paths,
  about: (text) => text.referral.pathsAbout,
  asks: (desk) => ends(desk).join('/'),
  answers: true,
  lines: 4,
  load: async (desk) => {
    const [from, to] = ends(desk);
    return from && to ? referralPaths(desk.client, from, to) : null;
  },
  form: (desk, found) => pathForm(desk, named(found, desk)),
  body: (found, desk) => found && answer(found, desk),
};

function ends(desk: Desk): readonly [string | undefined, string | undefined] {
  const [from, to] = desk.state().route.about;
  return [from, to];
}

/** The ends by their alias, as far as the answer tells it. */
function named(found: Paths | null, desk: Desk): readonly [string | undefined, string | undefined] {
  const [from, to] = ends(desk);
  const steps = found?.paths[0]?.steps;
  return [steps?.[0]?.customer?.alias ?? from, steps?.at(-1)?.customer?.alias ?? to];
}

function answer(found: Paths, desk: Desk): Child {
  const { referral: words } = desk.text();
  const { share } = desk.format();
  if (found.paths.length === 0) return h('p', { class: 'notice' }, words.noPath);
  const scene = pathScene(found, share);
  return [
    network(desk, {
      scene,
      places: pathPlaces(found),
      key: legend(scene, (text) => text.referral.onLines),
      turns: true,
      label: () => words.paths,
      small: true,
    }),
    h(
      'ol',
      { class: 'chains' },
      found.paths.map(({ closeness, steps }) =>
        h(
          'li',
          {},
          h('span', { class: 'number' }, h('strong', {}, share(closeness))),
          h(
            'span',
            {},
            steps.map((step, index) => [
              index > 0 && h('span', { class: 'quiet' }, ` → ${share(step.closeness ?? 0)} → `),
              h('a', { href: influenceHref(null, step.customerId) }, step.customer?.alias ?? step.customerId),
            ]),
          ),
        ),
      ),
    ),
    h('p', { class: 'quiet' }, words.chance, ' ', found.exact ? '' : words.notExact),
  ];
}
