import { type Library, statementOf } from '../../graph/library/library.js';
import { withLiterals } from '../../graph/library/literals.js';
import type { Language } from '../../kernel/language.js';
import type { Services } from '../../security/index.js';
import { beginWith } from '../begin-with.js';
import { idOf } from '../ids.js';
import { BOARDS, type Board, chosen, type Report, type Selector } from './boards.js';

/** Units of NeoDash's grid, and how high a report stands in it. */
const ROW = 24;
const HEIGHT = 4;

/**
 * The dashboard of NeoDash 2.4 as a file to import. What its selectors begin with comes from the database: the largest
 * community, and who brought most.
 */
export async function dashboard({ graph }: Services, language: Language) {
  const { community, customer } = await beginWith(graph);
  return {
    uuid: idOf('dashboard'),
    title: language === 'zh' ? '关系' : 'Guanxi',
    version: '2.4',
    settings: {
      ...{ pagenumber: 0, editable: true, fullscreenEnabled: true },
      parameters: begun({ Community: community, Profiled: customer }),
    },
    pages: BOARDS.map((board) => pageOf(board, graph.library, language)),
    extensions: { active: true, activeReducers: [], 'advanced-charts': { active: true }, styling: { active: true } },
  };
}

/** What each selector begins with, and what its box shows of it. */
function begun(ids: Readonly<Record<string, string | null>>): Record<string, string | null> {
  const selectors = BOARDS.flatMap(({ select }) => select ?? []);
  return Object.fromEntries(
    selectors.flatMap((select) => ['', '_display'].map((end) => [chosen(select) + end, ids[select.label] ?? null])),
  );
}

function pageOf(board: Board, library: Library, language: Language) {
  const reports = board.reports.map((report) => reportOf(report, library, language));
  const all = board.select ? [selectorOf(board.select, library, language), ...reports] : reports;
  let [x, y] = [0, 0];
  const placed = all.map((report) => {
    if (x + report.width > ROW) [x, y] = [0, y + HEIGHT];
    const at = { x, y };
    x += report.width;
    return { ...at, ...report, id: idOf(board.title, report.type, report.title, report.query) };
  });
  return { title: language === 'zh' ? board.titleZh : board.title, reports: placed };
}

function reportOf(
  { statement, form, given = {}, chart, columns, width = 12, ...told }: Report,
  library: Library,
  language: Language,
) {
  const text = withLiterals(statementOf(library, statement), ({ name }) => given[name]);
  return {
    title: language === 'zh' ? told.titleZh : told.title,
    query: columns ? cutTo(text, columns) : text,
    ...{ width, height: HEIGHT, type: form },
    selection: chart ? { index: chart[0], value: chart[1], key: '(none)' } : {},
    settings: SETTINGS[form],
  };
}

const SETTINGS: Readonly<Record<Report['form'], object>> = {
  table: {},
  graph: { nodeColorProp: 'color', defaultNodeSize: 'medium' },
  bar: { marginBottom: 80, legend: false },
  pie: { marginBottom: 40 },
  value: { fontSize: 48, textAlign: 'center' },
};

/** NeoDash shows all that a query returns; what is asked around it keeps some columns of it. */
function cutTo(text: string, columns: readonly string[]): string {
  return `CALL () {\n${text}\n}\nRETURN ${columns.join(', ')}`;
}

/** A box in which one types what the page is about. */
function selectorOf(select: Selector, library: Library, language: Language) {
  const { label, property, title, titleZh } = select;
  return {
    title: language === 'zh' ? titleZh : title,
    query: statementOf(library, select.statement).text,
    ...{ width: 6, height: HEIGHT, type: 'select', selection: {} },
    settings: { type: 'Node Property', entityType: label, propertyType: property, parameterName: chosen(select) },
  };
}
