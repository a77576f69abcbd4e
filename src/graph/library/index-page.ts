import { SCOPE_PARAM, type Statement } from './header.js';

/** Names of the scores that a statement writes. */
export type WritesOf = (statement: string) => readonly string[];

interface Group {
  readonly title: string;
  readonly titleZh: string;
  /** Questions that belong here, by name or by area (`fraud/`); a name goes before an area. */
  readonly holds: readonly string[];
}

/**
 * What one wants to know, and which questions answer it. A new question of an area comes under the area's own heading.
 */
const GROUPS: readonly Group[] = [
  { title: 'Who matters', titleZh: '谁重要', holds: ['analysis/'] },
  {
    title: 'Who knows whom',
    titleZh: '谁认识谁',
    holds: ['network/', 'analysis/degrees-of', 'analysis/top-degree'],
  },
  { title: 'Who brought whom', titleZh: '谁带来谁', holds: ['network/top-referrers'] },
  {
    title: 'Which communities there are',
    titleZh: '有哪些社群',
    holds: ['analysis/communit', 'analysis/interest-circles', 'analysis/also-in'],
  },
  {
    title: 'What spreads from one to another',
    titleZh: '什么在传播',
    holds: ['analysis/contagion', 'analysis/negative-spread', 'analysis/seeds'],
  },
  { title: 'Who is worth what', titleZh: '谁价值多少', holds: ['value/', 'insight/'] },
  { title: 'Who may be contacted', titleZh: '可以联系谁', holds: ['consent/'] },
  { title: 'What a campaign did', titleZh: '活动效果如何', holds: ['campaigns/'] },
  { title: 'What is suspicious', titleZh: '什么可疑', holds: ['fraud/'] },
  {
    title: 'How fresh and how large it is',
    titleZh: '数据多新、多大',
    holds: ['analysis/state', 'analysis/runs', 'network/headline'],
  },
  { title: 'Other questions', titleZh: '其他问题', holds: [''] },
];

const PREFACE = `# The Cypher library

Made from the headers by \`npm run cypher:types\`; do not edit. Each file is one question or one change. \`guanxi cypher show NAME\`
prints it as Neo4j Browser and cypher-shell take it: values to begin with, from its \`try\` lines, then the statement (in Browser paste that apart: of
several commands at once it shows how they went, and no rows). It returns values; with
an \`api\` line it is a GraphQL field and \`GET /api/questions/NAME\` as well, whose rows also say in words what the values mean (\`why\`, \`whyZh\`).
\`guanxi cypher run NAME --params JSON\` runs one from the terminal.

Below: the questions, by what one wants to know; [the steps](#steps) that services use; [how a file is written](#how-a-file-is-written).
`;

const FORM = `
## How a file is written

A header: title; \`mode\` read, write, picture or schema; \`param name type = default  meaning\`; \`row name type  meaning\` (\`.\` lines below name the
fields of a record; \`epoch\` is a time sent in ms since 1970; \`customer\` is the id of one); \`needs\`; \`api\` the published name, \`titleZh\` its title in Chinese and
\`for\` the roles that may ask; \`scope none\`; \`phrase\` and \`phraseZh\` the Bloom search phrase; \`try\`, once for each
parameter, \`:param name => value;\` to begin with, by ids of the made world.

**Limited rows.** A viewer of limited rows gets the rows whose customers they may see, by the columns of type \`customer\` (a row whose \`list<customer>\` names
somebody else is left out as a whole). A question that has no such column and no parameter of that type aggregates over people: it is refused to
them, unless it takes \`param scope map? = null\` and counts only \`scope.regions\`, \`cities\`, \`stores\` and \`consent\`, of which each that is not null must hold, or
says \`scope none\` since it tells of nobody. The API gives \`scope\`; nobody else can.

**Locks.** \`SET node.asked = null // locks it\`, and nothing else. Nothing has that property, so nothing changes, but the node is locked until the
transaction ends: what the statement reads of it afterwards is what the last writer committed. Several nodes are locked in the order of their ids.
`;

/**
 * The index of the library: the questions by what one wants to know, then the steps of each area, then the form of a
 * file.
 */
export function indexPage(statements: readonly Statement[], writes: WritesOf): string {
  const isStep = ({ name, mode }: Statement) => name.includes('/steps/') || mode === 'schema' || mode === 'write';
  const questions = statements.filter((statement) => !isStep(statement));
  const steps = statements.filter(isStep);
  return PREFACE + groupsOf(questions) + stepsOf(steps, writes) + FORM;
}

function groupsOf(questions: readonly Statement[]): string {
  const names = new Set(questions.map(({ name }) => name));
  const isOwn = ({ name, mode }: Statement) => mode !== 'picture' || !names.has(bare(name));
  const shown = questions.filter(isOwn).map((question) => ({ question, group: groupOf(question) }));
  const parts = GROUPS.map(({ title, titleZh }, at) => {
    const lines = shown.filter(({ group }) => group === at).map(({ question }) => lineOf(question, names));
    return lines.length === 0 ? '' : `\n## ${title} · ${titleZh}\n\n${lines.join('\n')}\n`;
  });
  return parts.join('');
}

/** The place of the group that names the question most closely. */
function groupOf({ name }: Statement): number {
  const fit = GROUPS.map(({ holds }) =>
    Math.max(...holds.filter((start) => name.startsWith(start)).map(({ length }) => length), -1),
  );
  return fit.indexOf(Math.max(...fit));
}

function lineOf({ name, title, api, params }: Statement, names: ReadonlySet<string>): string {
  const picture = names.has(`${name}.picture`) ? ` · [picture](${name}.picture.cypher)` : '';
  const published = api === null ? '' : ` · \`${api}\``;
  const taken = params.filter((param) => param.name !== SCOPE_PARAM).map((param) => `\`${param.name}\``);
  const asked = taken.length === 0 ? '' : ` · takes ${taken.join(', ')}`;
  return `- [${bare(name)}](${name}.cypher) ${firstSentence(title)}${asked}${published}${picture}`;
}

function stepsOf(steps: readonly Statement[], writes: WritesOf): string {
  const areaOf = ({ name }: Statement) => name.split('/')[0]!;
  const parts = [...new Set(steps.map(areaOf))].map((area) => {
    const lines = steps.filter((step) => areaOf(step) === area).map((step) => stepOf(step, writes(step.name)));
    return `\n### ${area}\n\n${lines.join('\n')}\n`;
  });
  return `\n## Steps\n\nWhat services run, one after another; a step that writes is safe to repeat. · 服务所用的步骤\n${parts.join('')}`;
}

function stepOf({ name, mode, title }: Statement, written: readonly string[]): string {
  const scores = written.length > 0 ? ` · writes scores \`${written.join(', ')}\`` : '';
  const short = name.slice(name.indexOf('/') + 1).replace(/^steps\//, '');
  return `- [${short}](${name}.cypher) (${mode}) ${firstSentence(title)}${scores}`;
}

function bare(name: string): string {
  return name.replace(/\.picture$/, '');
}

function firstSentence(title: string): string {
  return /^.*?\.(?=\s|$)/.exec(title)?.[0] ?? title;
}
