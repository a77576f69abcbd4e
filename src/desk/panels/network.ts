import { type Child, fill, h } from '../dom.js';
import { type Canvas, type Drawn, draw } from '../picture/canvas.js';
import { found, type Scene } from '../picture/drawing.js';
import { keysFor } from '../picture/keys.js';
import { fitted } from '../picture/places.js';
import type { Desk } from '../store.js';
import { legend } from './legend.js';
import { personCard } from './person.js';

/** How a picture differs from the overview's. */
export interface NetworkSpec extends Drawn {
  /** What colours and lines mean; communities when not given. */
  readonly key?: (desk: Desk, highlight: (group: string | null) => void) => Child;
  /** Whoever is chosen in a list brings it into view, where it is not. */
  readonly comesUp?: true;
  /** It goes from left to right, and downwards where the page is narrow. */
  readonly turns?: true;
  /** What the picture is, for those who do not see it. */
  readonly label?: (desk: Desk) => string;
}

/** From so many people on a search helps. */
const SEARCHED = 40;

/** A picture with its legend, search, zoom, keys and the card of whoever is pointed at. Draws once it is on the page. */
export function network(desk: Desk, spec: NetworkSpec): HTMLElement {
  const box = h('div', { class: 'picture-box' });
  const tools = h('div', { class: 'picture-tools' });
  // Cytoscape measures its paper, and whoever asked puts this on the page in the same breath.
  queueMicrotask(() => box.isConnected && show(desk, spec, box, tools));
  return h('div', { class: spec.small ? 'network network-small' : 'network' }, tools, box);
}

function show(desk: Desk, spec: NetworkSpec, box: HTMLElement, tools: HTMLElement): void {
  const { scene } = spec;
  const paper = h('div', {
    class: `paper ${spec.small ? 'paper-small ' : ''}__________cytoscape_container`,
    tabindex: '0',
    role: 'application',
  });
  const card = personCard(desk, scene);
  let hovered: string | null = null;
  let tapped = false;
  const look = () => card.show(hovered ?? desk.state().chosen);
  const keys = h('div', { class: 'legend' });
  fill(box, paper, card.element, keys);
  const places = spec.places && fitted(spec.places, paper.clientWidth, paper.clientHeight, spec.turns);
  const canvas = draw(paper, { ...spec, places }, desk.state().theme, {
    onHover: (id) => {
      hovered = id;
      canvas.choose(id ?? desk.state().chosen);
      look();
    },
    onTap: (id) => {
      tapped = true;
      desk.set({ chosen: id });
      tapped = false;
    },
  });
  const words = () => {
    paper.setAttribute('aria-label', [spec.label?.(desk), desk.text().picture.canvas].filter(Boolean).join(' '));
    fill(keys, (spec.key ?? legend(scene))(desk, canvas.highlight));
    fill(tools, controls(desk, scene, canvas));
    look();
  };
  paper.addEventListener('keydown', keysFor(desk, scene, canvas));
  desk.onChange((changed) => {
    if (changed.has('theme')) canvas.recolour(desk.state().theme);
    if (changed.has('language') || changed.has('theme')) words();
    if (!changed.has('chosen')) return;
    // Whoever was tapped is under the finger already: the paper must not slide away.
    canvas.choose(desk.state().chosen, !tapped);
    look();
    // On a narrow page the lists stand below the picture: whoever chose there would not see the answer.
    if (spec.comesUp && desk.state().chosen && !tapped && !inView(paper)) paper.scrollIntoView({ block: 'center' });
  });
  desk.onEnd(canvas.close);
  words();
  canvas.choose(desk.state().chosen, true);
}

function inView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 120 && top < window.innerHeight - 120;
}

function controls(desk: Desk, scene: Scene, canvas: Canvas): Child {
  const text = desk.text().picture;
  const button = (sign: string, label: string, onclick: () => void) =>
    h('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick }, sign);
  return [
    scene.dots.length >= SEARCHED && search(desk, scene),
    h(
      'div',
      { class: 'zoom', role: 'group' },
      button('+', text.zoomIn, () => canvas.zoom(1.35)),
      button('−', text.zoomOut, () => canvas.zoom(1 / 1.35)),
      button('⤢', text.fit, () => canvas.fit()),
    ),
  ];
}

function search(desk: Desk, scene: Scene): HTMLElement {
  const text = desk.text().picture;
  const said = h('output', { class: 'search-said' });
  const input = h('input', {
    type: 'search',
    name: 'alias',
    list: 'aliases',
    placeholder: text.search,
    'aria-label': text.search,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const find = (event: Event) => {
    event.preventDefault();
    const dot = found(scene, input.value);
    said.textContent = dot || !input.value.trim() ? '' : text.notDrawn(input.value.trim());
    if (dot) desk.set({ chosen: dot.id });
  };
  const options = scene.dots.map((dot) => h('option', { value: dot.alias }));
  return h(
    'form',
    { class: 'search', role: 'search', onsubmit: find },
    input,
    h('datalist', { id: 'aliases' }, options),
    h('button', { type: 'submit' }, text.searchButton),
    said,
  );
}
