import type { CollectionArgument, Core } from 'cytoscape';
import { lookOf } from './look.js';
import type { Theme } from './palette.js';

/** Pixels left free around the picture, and beside some of it: names and the card need room. */
const MARGIN = 56;
const ROOM = 110;

/** Closer than this a few people look lost. */
const CLOSEST = 1.3;

/** What the reader sees of the paper: zoom, place, theme. */
interface Lens {
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  fit(): void;
  /** Brings some of the picture into view; at once when `still`, else gliding. */
  show(some: CollectionArgument, still: boolean): void;
  resize(): void;
  theme(next: Theme): void;
}

/**
 * Keeps the whole picture in view until the reader moves it, and names readable at every zoom. `beside`: a card lies on
 * the paper.
 */
export function lensOn(cy: Core, first: Theme, beside: boolean): Lens {
  let theme = first;
  let moved = false;
  let drawnAt = 0;
  const redraw = () => {
    drawnAt = cy.zoom();
    cy.style(lookOf(theme, drawnAt));
  };
  const showAll = () => {
    moved = false;
    cy.viewport(viewOf(cy, cy.elements(), beside ? MARGIN : ROOM, beside));
  };
  cy.on('zoom', () => {
    // A restyle for every turn of a wheel would stutter: names may be off by an eighth.
    if (Math.abs(Math.log2(cy.zoom() / drawnAt)) > 0.17) redraw();
  });
  cy.on('scrollzoom pinchzoom dragpan', () => {
    moved = true;
  });
  showAll();
  redraw();
  return {
    fit: showAll,
    zoom: (factor) => {
      moved = true;
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    pan: (x, y) => {
      moved = true;
      cy.panBy({ x, y });
    },
    show: (some, still) => {
      moved = true;
      const view = viewOf(cy, some, ROOM, beside);
      cy.stop(true);
      if (still) cy.viewport(view);
      else cy.animate(view, { duration: 300 });
    },
    resize: () => {
      cy.resize();
      if (!moved) showAll();
    },
    theme: (next) => {
      theme = next;
      redraw();
    },
  };
}

/** Zoom and pan that put some of the picture in the middle, left of the card where there is one beside it. */
function viewOf(
  cy: Core,
  some: CollectionArgument,
  room: number,
  beside: boolean,
): { zoom: number; pan: { x: number; y: number } } {
  const box = some.boundingBox({ includeLabels: false });
  const card = beside && cy.width() > 560 ? 250 : 0;
  const free = Math.min(room, cy.width() / 4);
  const width = Math.max(80, cy.width() - card - free);
  const fitting = Math.min(width / box.w, Math.max(80, cy.height() - free) / box.h);
  const zoom = Math.min(CLOSEST, Math.max(fitting, cy.minZoom()));
  return {
    zoom,
    pan: {
      x: (cy.width() - card) / 2 - (zoom * (box.x1 + box.x2)) / 2,
      y: cy.height() / 2 - (zoom * (box.y1 + box.y2)) / 2,
    },
  };
}
