import { type Child, fill, h } from '../dom.js';
import { type Canvas, draw } from '../picture/canvas.js';
import { found, type Scene, sceneOf } from '../picture/drawing.js';
import { keysFor } from '../picture/keys.js';
import { overview } from '../questions.js';
import type { Desk } from '../store.js';
import { legend } from './legend.js';
import { asProblem, loadingNotice, problemNotice } from './notice.js';
import { personCard } from './person.js';

/** The network with its legend, search, zoom and the card of whoever is pointed at. `everybody` is who could be drawn. */
export function picturePanel(desk: Desk, everybody: number): HTMLElement {
  const box = h('div', { class: 'picture-box' });
  const section = h('section', { class: 'panel picture', id: 'picture', 'aria-labelledby': 'picture-title' });
  const title = h('h2', { id: 'picture-title' });
  const about = h('p', { class: 'about' });
  const tools = h('div', { class: 'picture-tools' });
  section.append(h('div', { class: 'picture-head' }, h('div', {}, title, about), tools), box);
  let canvas: Canvas | null = null;
  const words = () => {
    const { picture } = desk.text();
    const { scene } = desk.state();
    title.textContent = picture.title;
    about.textContent = scene
      ? picture.about(desk.format().whole(scene.dots.length), desk.format().whole(everybody))
      : '';
  };
  const load = async () => {
    fill(box, loadingNotice(desk.text(), 8));
    try {
      const scene = sceneOf(await overview(desk.client));
      desk.set({ scene });
      canvas = scene.dots.length === 0 ? null : show(desk, scene, box, tools);
      if (!canvas) fill(box, h('p', { class: 'notice' }, desk.text().picture.noTies));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'UNAUTHENTICATED') desk.expired();
      fill(box, problemNotice(problem, desk.text(), load));
    }
    words();
  };
  desk.onChange((changed) => {
    if (changed.has('language')) words();
    if (changed.has('theme')) canvas?.recolour(desk.state().theme);
  });
  words();
  void load();
  return section;
}

/** Draws into a box that must be on the page already: cytoscape measures it. */
function show(desk: Desk, scene: Scene, box: HTMLElement, tools: HTMLElement): Canvas {
  const paper = h('div', { class: 'paper __________cytoscape_container', tabindex: '0', role: 'application' });
  const card = personCard(desk, scene);
  let hovered: string | null = null;
  let tapped = false;
  const look = () => card.show(hovered ?? desk.state().chosen);
  const keys = h('div', { class: 'legend' });
  fill(box, paper, card.element, keys);
  const canvas = draw(paper, scene, desk.state().theme, {
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
    paper.setAttribute('aria-label', desk.text().picture.canvas);
    fill(
      keys,
      legend(desk, scene, (community) => canvas.highlight(community)),
    );
    fill(tools, controls(desk, scene, canvas));
    look();
  };
  paper.addEventListener('keydown', keysFor(desk, scene, canvas));
  desk.onChange((changed) => {
    if (changed.has('language') || changed.has('theme')) words();
    if (!changed.has('chosen')) return;
    // Whoever was tapped is under the finger already: the paper must not slide away.
    canvas.choose(desk.state().chosen, !tapped);
    look();
    // On a narrow page the lists stand below the picture: whoever chose there would not see the answer.
    if (desk.state().chosen && !tapped && !inView(paper)) paper.scrollIntoView({ block: 'center' });
  });
  words();
  canvas.choose(desk.state().chosen, true);
  return canvas;
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
    search(desk, scene),
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
