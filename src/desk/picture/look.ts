import type { StylesheetJson } from 'cytoscape';
import type { Theme } from './palette.js';

const INK = {
  light: { text: '#1c2430', halo: '#ffffff', edge: '#5b6675', ring: '#1c2430' },
  dark: { text: '#e8ecf2', halo: '#141a22', edge: '#8c98a8', ring: '#ffffff' },
} as const;

const FONT = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** From this zoom on there is room for everybody's alias. */
const ALL_NAMED = 1.9;

/**
 * How the picture is drawn at a zoom. Names keep their size on the screen and only those who matter, or are next to
 * the chosen one, carry theirs from afar. Colours and sizes come with each element's data.
 */
export function lookOf(theme: Theme, zoom: number): StylesheetJson {
  const pen = { ink: INK[theme], px: (size: number) => size / zoom };
  const named = { label: 'data(alias)' };
  return [
    plainNode(pen, zoom >= ALL_NAMED ? named : {}),
    ...edges(pen),
    { selector: 'node.leader', style: { ...named, 'font-size': pen.px(12), 'font-weight': 'bold', 'z-index': 10 } },
    { selector: '.faded', style: { opacity: 0.13 } },
    { selector: 'node.faded', style: { 'text-opacity': 0 } },
    { selector: 'node.near', style: { 'z-index': 20 } },
    { selector: 'node.named', style: named },
    { selector: 'edge.near', style: { 'line-opacity': 0.85, 'z-index': 15 } },
    {
      selector: 'node.chosen',
      style: {
        'border-width': pen.px(3),
        'border-color': pen.ink.ring,
        'font-weight': 'bold',
        'font-size': pen.px(14),
        'z-index': 30,
      },
    },
  ];
}

/** Colours, and sizes on the screen whatever the zoom. */
interface Pen {
  readonly ink: (typeof INK)[Theme];
  px(size: number): number;
}

function plainNode({ ink, px }: Pen, label: object): StylesheetJson[number] {
  return {
    selector: 'node',
    style: {
      width: 'data(diameter)',
      height: 'data(diameter)',
      shape: 'data(shape)' as never,
      'background-color': 'data(colour)',
      'border-width': px(1),
      'border-color': ink.halo,
      color: ink.text,
      'font-family': FONT,
      'font-size': px(11),
      'text-valign': 'bottom',
      'text-margin-y': px(2),
      'text-outline-color': ink.halo,
      'text-outline-width': px(2.5),
      ...label,
    },
  };
}

function edges({ ink, px }: Pen): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 'data(thickness)',
        'line-color': ink.edge,
        'line-opacity': 'data(opacity)' as never,
        'curve-style': 'haystack',
      },
    },
    {
      selector: 'edge.directed',
      style: {
        'curve-style': 'bezier',
        'line-opacity': 0.7,
        'target-arrow-shape': 'triangle',
        'target-arrow-color': ink.edge,
        'arrow-scale': 0.8,
      },
    },
    {
      selector: 'edge.labelled',
      style: {
        label: 'data(label)',
        color: ink.text,
        'font-family': FONT,
        'font-size': px(11),
        'text-outline-color': ink.halo,
        'text-outline-width': px(2.5),
      },
    },
  ];
}
