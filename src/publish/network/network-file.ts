import { spectralPlaces } from './spectral-places.js';
import type { Edge } from './supergraph.js';

/** A network as it may leave: nodes by number, ties, and of some nodes a band. */
export interface OutsiderNetwork {
  readonly nodes: number;
  readonly edges: readonly Edge[];
  /** By node; null where it is not told, and for all when bands were not asked for. */
  readonly bands: readonly (string | null)[];
}

/** The network in GraphML (Brandes et al. 2002), as Gephi, Cytoscape and NetworkX read it. */
export function graphMl({ edges, bands }: OutsiderNetwork): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="band" for="node" attr.name="communitySize" attr.type="string"/>',
    '  <graph edgedefault="undirected">',
    ...bands.map((band, node) =>
      band === null ? `    <node id="n${node}"/>` : `    <node id="n${node}"><data key="band">${band}</data></node>`,
    ),
    ...edges.map(([from, to]) => `    <edge source="n${from}" target="n${to}"/>`),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

const SIDE = 1_000;
const MARGIN = 20;
const COLOURS = ['#4e79a7', '#f28e2b', '#59a14f', '#e15759', '#76b7b2', '#edc948', '#b07aa1', '#9c755f'] as const;
const PLAIN = '#777777';

/** The network drawn: ties as lines, nodes as dots coloured by band. */
export function svg({ nodes, edges, bands }: OutsiderNetwork): string {
  const at = (share: number) => (MARGIN + share * (SIDE - 2 * MARGIN)).toFixed(1);
  const places = spectralPlaces(nodes, edges).map(({ x, y }) => ({ x: at(x), y: at(y) }));
  const known = [...new Set(bands)].filter((band) => band !== null).sort();
  const colourOf = (band: string | null) => (band === null ? PLAIN : COLOURS[known.indexOf(band) % COLOURS.length]!);
  const lines = edges.map(([from, to]) => `M${places[from]!.x} ${places[from]!.y}L${places[to]!.x} ${places[to]!.y}`);
  const dots = places.map(({ x, y }, node) => `<circle cx="${x}" cy="${y}" r="3" fill="${colourOf(bands[node]!)}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">`,
    `<rect width="${SIDE}" height="${SIDE}" fill="#ffffff"/>`,
    `<path d="${lines.join('')}" stroke="#999999" stroke-opacity="0.35" stroke-width="0.7" fill="none"/>`,
    ...dots,
    '</svg>\n',
  ].join('\n');
}
