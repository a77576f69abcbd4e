import { propertiesOf, sampleOf } from '../../src/intake/generated/statement-text.js';
import { KINDS } from '../../src/intake/kinds/index.js';
import type { Kind, NodeShape, TieShape } from '../../src/intake/kinds/model.js';

/** Every label, relationship and property that rows of an import become, from the declarations of their kinds. */
export function importVocabulary(): string {
  return Object.values(KINDS)
    .flatMap((kind) => Object.values(kind.shapes).flatMap((shape) => wordsOf(kind, shape)))
    .join('\n');
}

function wordsOf(kind: Kind, shape: NodeShape | TieShape): string[] {
  const properties = propertiesOf(kind, shape).map((p) => `${p.name}: ${sampleOf(p)}`);
  const label = (column: string) => KINDS[kind.columns[column]!.names!].label;
  if (shape.form === 'tie')
    return [`CREATE (:${label(shape.from)})-[:${shape.type} {${properties.join(', ')}}]->(:${label(shape.to)})`];
  const links = Object.entries(kind.columns).flatMap(([column, { link }]) => {
    if (!link) return [];
    const type = link.replace(/[<>]/, '');
    const arrow = link.startsWith('<') ? `<-[:${type}]-` : `-[:${type}]->`;
    return [`CREATE (:${shape.label})${arrow}(:${label(column)})`];
  });
  const all = [...properties, ...Object.entries(shape.onCreate ?? {}).map(([name, value]) => `${name}: ${value}`)];
  const own = all.map((p) => p.replace(": 'x1'", `: '${shape.label}'`));
  return [`CREATE (:${shape.label} {${own.join(', ')}})`, ...links];
}
