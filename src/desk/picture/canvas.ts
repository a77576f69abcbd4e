import cytoscape, { type CollectionReturnValue, type Core, type ElementDefinition, type NodeSingular } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Scene } from './drawing.js';
import { lensOn } from './lens.js';
import { lookOf } from './look.js';
import { colourAt, type Theme } from './palette.js';
import { diameterOf, type Places, startPositions } from './places.js';

cytoscape.use(fcose);

/** How many of the most influential carry their alias from afar. */
const LEADERS = 12;

/** In a picture of so few everybody carries theirs. */
const ALL_NAMED = 24;

/** So many lines do not yet hide the people. */
const FEW_LINES = 400;

/** How many of the chosen one's neighbours carry their alias, the closest first. */
const NAMED = 8;

interface CanvasEvents {
  /** Pointer over someone, or null when it left. */
  onHover(id: string | null): void;
  /** Someone tapped, or null for the paper. */
  onTap(id: string | null): void;
}

/** The drawn network: everything cytoscape is behind this. */
export interface Canvas {
  /**
   * Marks someone and their neighbours, fades the rest; null marks nobody. `centre` brings them into view, large enough
   * to read.
   */
  choose(id: string | null, centre?: boolean): void;
  /** Shows one community only; null all. */
  highlight(community: string | null): void;
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  fit(): void;
  recolour(theme: Theme): void;
  close(): void;
}

/** What is drawn; who stands where is worked out from the ties when `places` does not say it. */
export interface Drawn {
  readonly scene: Scene;
  readonly places?: Places | undefined;
  /** Who carries their alias from afar; the most influential when not given. */
  readonly named?: ReadonlySet<string>;
  /** A picture within an answer: lower, its card below it and not on it. */
  readonly small?: boolean;
}

/** Draws the scene into the container. The same scene gives the same picture. */
export function draw(container: HTMLElement, drawn: Drawn, theme: Theme, events: CanvasEvents): Canvas {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const cy = cytoscape({
    container,
    elements: elementsOf(drawn, theme),
    style: lookOf(theme, 1),
    layout: { name: 'preset' },
    minZoom: 0.1,
    maxZoom: 6,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  if (!drawn.places) cy.layout(layoutOf(drawn.scene) as cytoscape.LayoutOptions).run();
  listen(cy, events);
  const lens = lensOn(cy, theme, !drawn.small);
  const resized = new ResizeObserver(() => lens.resize());
  resized.observe(container);
  return {
    choose: (id, centre = false) => {
      const near = mark(cy, id);
      if (near && centre) lens.show(near, still);
      if (id === null && centre) lens.fit();
    },
    highlight: (community) => highlight(cy, community),
    zoom: lens.zoom,
    pan: lens.pan,
    fit: lens.fit,
    recolour: (next) => {
      for (const node of cy.nodes().toArray()) node.data('colour', colourAt(node.data('rank'), next));
      lens.theme(next);
    },
    close: () => {
      resized.disconnect();
      cy.destroy();
    },
  };
}

function elementsOf({ scene, places, named }: Drawn, theme: Theme): ElementDefinition[] {
  const start = places ?? startPositions(scene);
  const influences = scene.dots.map((dot) => dot.influence);
  const [most, least] = [Math.max(...influences), Math.min(...influences)];
  const leads = named ?? leadersOf(scene);
  const dots = scene.dots.map((dot) => ({
    group: 'nodes' as const,
    data: {
      ...dot,
      colour: colourAt(dot.rank, theme),
      diameter: dot.diameter ?? diameterOf(dot.influence, least, most),
      shape: dot.shape ?? 'ellipse',
    },
    position: { ...start.get(dot.id)! },
    classes: leads.has(dot.id) ? 'leader' : '',
  }));
  return [...dots, ...linesOf(scene)];
}

function leadersOf({ dots }: Scene): Set<string> {
  const leaders = dots.length <= ALL_NAMED ? dots : dots.filter((dot) => dot.influence > 0).slice(0, LEADERS);
  return new Set(leaders.map((dot) => dot.id));
}

function linesOf(scene: Scene): ElementDefinition[] {
  // Where there are few, those between communities are to be seen as well.
  const across = scene.lines.length <= FEW_LINES ? 0.4 : 0.16;
  const rankOf = new Map(scene.dots.map((dot) => [dot.id, dot.rank]));
  return scene.lines.map((line) => ({
    group: 'edges' as const,
    data: {
      ...line,
      source: line.from,
      target: line.to,
      thickness: 0.6 + 3 * line.closeness,
      opacity: (rankOf.get(line.from) === rankOf.get(line.to) ? 0.5 : across) * line.closeness + 0.06,
    },
    classes: [line.directed && 'directed', line.label && 'labelled'].filter(Boolean).join(' '),
  }));
}

/** Ties inside a community are short, those between communities long: so the eye sees the groups. */
function layoutOf({ groups }: Scene): object {
  const near = groups.length > 1 ? 48 : 130;
  const rank = (end: NodeSingular) => end.data('rank') as number;
  const inside = (edge: cytoscape.EdgeSingular) => rank(edge.source()) === rank(edge.target());
  return {
    name: 'fcose',
    quality: 'default',
    randomize: false,
    animate: false,
    fit: true,
    padding: 24,
    nodeSeparation: 60,
    nodeRepulsion: () => 4500,
    idealEdgeLength: (edge: cytoscape.EdgeSingular) => (inside(edge) ? near : 230),
    edgeElasticity: (edge: cytoscape.EdgeSingular) => (inside(edge) ? 0.45 : 0.008),
    gravity: 0.2,
    numIter: 1500,
  };
}

function listen(cy: Core, events: CanvasEvents): void {
  cy.on('mouseover', 'node', (event) => events.onHover(event.target.id()));
  cy.on('mouseout', 'node', () => events.onHover(null));
  cy.on('tap', (event) => events.onTap(event.target === cy ? null : event.target.isNode() ? event.target.id() : null));
}

/**
 * Marks someone and their neighbours, fades the rest. What of it to look at: those near in the drawing too; null for
 * nobody.
 */
function mark(cy: Core, id: string | null): CollectionReturnValue | null {
  cy.elements().removeClass('chosen near named faded');
  const node = cy.getElementById(id ?? '');
  if (id === null || node.empty()) return null;
  const near = node.closedNeighborhood();
  cy.elements().difference(near).addClass('faded');
  near.addClass('near');
  node.addClass('chosen');
  const ties = node.connectedEdges().sort((a, b) => b.data('closeness') - a.data('closeness'));
  ties.slice(0, NAMED).connectedNodes().addClass('named');
  const own = near.nodes().filter((other) => other.data('rank') === node.data('rank'));
  return own.length > 2 ? own : near;
}

function highlight(cy: Core, community: string | null): void {
  cy.elements().removeClass('chosen near named faded');
  if (community === null) return;
  const members = cy.nodes().filter((node) => node.data('community') === community);
  cy.elements()
    .difference(members.union(members.edgesWith(members)))
    .addClass('faded');
}
