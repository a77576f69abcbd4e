import { PARTS, type Parts, type Person } from '../answers.js';
import { bar, type Child, fill, h, swatch } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import { person } from '../person-question.js';
import { type Dot, neighboursOf, type Scene } from '../picture/drawing.js';
import { colourAt } from '../picture/palette.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { groupName } from './legend.js';
import { asProblem, problemNotice } from './notice.js';

export interface PersonCard {
  readonly element: HTMLElement;
  /** Shows someone, or the hint for null. A pinned person's ties are fetched; a pointed-at one's come from the picture. */
  show(id: string | null): void;
}

/** The card beside the picture: who is pointed at or pinned, how much they matter and why, and who is closest. */
export function personCard(desk: Desk, scene: Scene): PersonCard {
  const element = h('aside', { class: 'card', 'aria-live': 'polite' });
  const fetched = new Map<string, Person>();
  const show = (id: string | null) => {
    element.setAttribute('aria-label', desk.text().person.label);
    const dot = scene.dots.find((one) => one.id === id) ?? null;
    element.classList.toggle('card-empty', id === null);
    // Only a pinned card takes the pointer: a passing one must not lie between the pointer and the dot.
    element.classList.toggle('card-passing', id !== desk.state().chosen);
    if (id === null) return fill(element, h('p', { class: 'quiet' }, desk.text().person.hint));
    // What is not a person has a name and no more.
    if (dot?.shape) return fill(element, h('strong', {}, dot.alias));
    const pinned = id === desk.state().chosen;
    fill(
      element,
      head(id, dot, fetched.get(id), desk),
      ties(id, scene, fetched.get(id), desk),
      pinned && ways(id, desk),
    );
    if (pinned && !fetched.has(id)) void more(id);
  };
  const more = async (id: string) => {
    try {
      const known = await person(desk.client, id);
      fetched.set(id, known);
      if (desk.state().chosen === id) show(id);
    } catch (error) {
      if (desk.state().chosen === id) element.append(problemNotice(asProblem(error), desk.text(), () => show(id)));
    }
  };
  return { element, show };
}

function head(id: string, dot: Dot | null, known: Person | undefined, desk: Desk): Child {
  const text = desk.text().person;
  const community = desk.state().scene?.groups.find((group) => group.id === (dot?.community ?? known?.communityId));
  const influence = dot?.influence ?? known?.influence ?? 0;
  const about = [dot?.city ?? known?.city, dot?.ageBand ?? known?.ageBand, dot?.tier ?? known?.tier].filter(Boolean);
  return [
    h(
      'div',
      { class: 'card-head' },
      swatch(colourAt(dot?.rank ?? -1, desk.state().theme)),
      h('strong', {}, dot?.alias ?? known?.alias ?? id),
      desk.state().chosen === id &&
        h(
          'button',
          { type: 'button', class: 'tool', 'aria-label': text.unpin, onclick: () => desk.set({ chosen: null }) },
          '×',
        ),
    ),
    about.length > 0 && h('p', {}, about.join(' · ')),
    community && h('p', { class: 'quiet' }, `${text.community} ${groupName(community)}`),
    h(
      'p',
      { class: 'card-score' },
      h('span', {}, `${text.influence} `),
      h('b', {}, desk.format().decimal(influence)),
      h('span', { class: 'quiet' }, ` ${text.ofHundred}`),
    ),
    parts(dot?.parts ?? {}, desk),
  ];
}

function parts(known: Parts, desk: Desk): Child {
  const text = desk.text();
  const there = PARTS.filter((part) => known[part] !== undefined);
  if (there.length === 0) return null;
  return h(
    'dl',
    { class: 'parts', 'aria-label': text.person.parts },
    there.map((part) =>
      h(
        'div',
        { title: text.partAbout[part] },
        h('dt', {}, text.part[part]),
        h('dd', {}, bar(known[part]!), desk.format().share(known[part]!)),
      ),
    ),
  );
}

function ties(id: string, scene: Scene, known: Person | undefined, desk: Desk): Child {
  const text = desk.text();
  const closest = known?.closest ?? neighboursOf(scene, id).slice(0, 5);
  if (closest.length === 0) return h('p', { class: 'quiet' }, text.person.noTies);
  return [
    h('h3', {}, text.person.ties),
    h(
      'ul',
      { class: 'ties' },
      closest.map((tie) =>
        h(
          'li',
          {},
          h('button', { type: 'button', class: 'person', onclick: () => desk.set({ chosen: tie.id }) }, tie.alias),
          h('span', { class: 'quiet' }, tie.kinds.map((kind) => text.kind[kind] ?? kind).join(', ')),
          h('span', { class: 'number' }, desk.format().share(tie.closeness)),
        ),
      ),
    ),
    known && h('p', { class: 'quiet' }, text.person.moreTies(desk.format().whole(known.ties))),
  ];
}

/** Where to read on about someone. */
function ways(id: string, desk: Desk): HTMLElement {
  const { person: words } = desk.text();
  return h(
    'p',
    { class: 'links' },
    h('a', { href: influenceHref(null, id) }, words.toInfluence),
    h('a', { href: hrefOf('referral', id) }, words.toReferral),
  );
}
