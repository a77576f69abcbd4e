import type { Statement } from '../../graph/library/header.js';
import type { Library } from '../../graph/library/library.js';
import { withLiterals } from '../../graph/library/literals.js';
import { type BeginWith, idFor } from '../begin-with.js';
import { zipOf } from './zip.js';

/** A saved script of Neo4j Browser: it is called by its first line. */
export interface Favourite {
  readonly path: string;
  readonly text: string;
}

/**
 * Every question and picture of the library, each runnable by a click: parameters stand in the text, ids as the
 * database has them, the others as their defaults or as the `try` line has them, since Browser runs one statement of a
 * frame.
 */
export function favourites(library: Library, ids: BeginWith): Favourite[] {
  return [...library.values()].filter(isQuestion).map((statement) => ({
    path: `${folderOf(statement)}/${statement.name.replaceAll('/', '-')}.cypher`,
    text: `// ${statement.title.split(/(?<=\.)\s/)[0]}\n${withLiterals(statement, (param) => idFor(statement, param, ids))}`,
  }));
}

/** The archive that Neo4j Browser takes as it is dropped on its favourites: a folder for each area. */
export function favouritesArchive(library: Library, ids: BeginWith): Buffer {
  return zipOf(favourites(library, ids));
}

/** A scene action needs a scene; a condition of a segment is half a question. */
function isQuestion({ name, mode, params }: Statement): boolean {
  if (mode !== 'read' && mode !== 'picture') return false;
  return !/\/(steps|conditions|scene)\//.test(name) && params.every(({ name: param }) => param !== 'scope');
}

function folderOf({ name }: Statement): string {
  return `Guanxi_${name.split('/')[0]}`;
}
