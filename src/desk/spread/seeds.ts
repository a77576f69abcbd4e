import type { Drawing } from '../../kernel/drawing.js';
import { bar, type Child, h } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import { sceneOf } from '../picture/drawing.js';
import type { Desk } from '../store.js';
import { seedQuestionOf } from './address.js';
import { type Alternative, type Estimate, type Seed, type SeedSet, seedSet, seedsPicture } from './questions.js';
import { seedForm } from './seed-form.js';

/** How many seeds carry their alias in the picture. */
const NAMED = 12;

interface Found {
  readonly set: SeedSet;
  readonly drawing: Drawing | null;
}

/** Whom to start from so that most people hear of it, compared with two simpler ways to spend the same. */
export const seedsPanel: PanelSpec<Found | null> = {
  id: 'seeds',
  title: (text) => text.spread.seeds,
  about: (text) => text.spread.seedsAbout,
  asks: (desk) => JSON.stringify(seedQuestionOf(desk.state().route)),
  lines: 12,
  load: async (desk) => {
    const question = seedQuestionOf(desk.state().route);
    if (question === null) return null;
    const set = await seedSet(desk.client, question);
    return { set, drawing: set.seeds.length > 0 ? await seedsPicture(desk.client, set.seeds) : null };
  },
  form: seedForm,
  body: (found, desk) => (found ? answer(found, desk) : h('p', { class: 'quiet' }, desk.text().spread.askFirst)),
};

function answer({ set, drawing }: Found, desk: Desk): Child {
  const { spread: words } = desk.text();
  const { whole, decimal } = desk.format();
  if (set.seeds.length === 0) return h('p', { class: 'notice' }, words.nobody);
  const scene = drawing && sceneOf(drawing);
  return [
    h(
      'p',
      { class: 'may' },
      words.reaches(whole(set.seeds.length), whole(set.reach.mean), whole(set.people), set.seeds.length),
    ),
    comparison(set, desk),
    h('p', { class: 'quiet' }, words.error(decimal(set.reach.low), decimal(set.reach.high))),
    set.unmetFloors.length > 0 && h('p', { class: 'quiet' }, words.unmet(whole(set.unmetFloors.length))),
    set.notes.map((note) => h('p', { class: 'quiet', lang: 'en' }, note)),
    h(
      'ol',
      { class: 'seeds' },
      set.seeds.map((seed) => h('li', {}, line(seed, desk))),
    ),
    scene &&
      network(desk, {
        scene,
        named: new Set(set.seeds.slice(0, NAMED).map(({ customerId }) => customerId)),
        label: () => words.seeds,
        small: true,
      }),
  ];
}

function comparison(set: SeedSet, desk: Desk): HTMLElement {
  const { spread: words } = desk.text();
  const most = Math.max(set.reach.mean, set.topDegree.reach.mean, set.random.reach.mean, 1);
  const row = (name: string, reach: Estimate, other: Alternative | null) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      h('td', { class: 'bar-cell' }, bar(reach.mean / most)),
      h('td', { class: 'number' }, desk.format().decimal(reach.mean)),
      h('td', { class: 'quiet' }, other && more(other.advantage, desk)),
    );
  return h(
    'table',
    { class: 'bars' },
    h(
      'tbody',
      {},
      row(words.chosen, set.reach, null),
      row(words.topDegree, set.topDegree.reach, set.topDegree),
      row(words.random, set.random.reach, set.random),
    ),
  );
}

/** How many people the chosen seeds reach more; where chance would explain it, that is said instead. */
function more({ mean, low }: Estimate, desk: Desk): string {
  const { spread: words } = desk.text();
  return low > 0 ? words.more(desk.format().decimal(mean)) : words.sameByChance;
}

function line(seed: Seed, desk: Desk): Child {
  const { spread: words, influence } = desk.text();
  const { decimal, whole } = desk.format();
  const notes = [
    seed.customer?.city,
    influence.measured.ties(whole(seed.degree), seed.degree),
    seed.forFloor && words.forFloor,
  ];
  return [
    h('a', { href: influenceHref(null, seed.customerId) }, seed.customer?.alias ?? seed.customerId),
    h('span', { class: 'quiet' }, notes.filter(Boolean).join(' · ')),
    h('span', { class: 'number' }, words.adds(decimal(seed.marginalReach))),
  ];
}
