import { EDGES, purposeOf, SCORES } from './registry.js';
import { RUN_IDS, RUNS, type RunId } from './runs.js';
import type { Score } from './score.js';

const HEAD = `# What is worked out about a customer / 客户评分一览

Made from \`src/scores/\` by \`guanxi generate\`; do not edit. Everything below goes, in the same transaction, when the customer withdraws from
the purpose it needs, when they are restricted or erased, and when its run is older than \`Score\` of the setting RETENTION says. A person's copy
(GDPR art. 15, PIPL art. 45) tells each with its meaning. 下列各项均由系统推算；客户撤回同意、请求限制处理或删除时即刻清除，所属任务过期后亦会清除。

To add one: a line in the file of its run in \`src/scores/\`, its statement and rule, its test, and \`guanxi generate\`
([decision 015](../decisions/network/015-registry-of-scores.md)).
`;

/** docs/data/scores.md: every score and edge by its run, in English and Chinese. */
export function scoresPage(): string {
  return `${[HEAD, ...RUN_IDS.map(section)].join('\n')}`;
}

function section(run: RunId): string {
  const scores = SCORES.filter((score) => score.run === run).map(scoreRow);
  const edges = EDGES.filter((edge) => edge.run === run).map(
    (edge) =>
      `| \`${edge.edge}\` → ${edge.to}${edge.toKind ? ` (${edge.toKind})` : ''} | ${edge.meaning} | ${edge.meaningZh} | edge | ` +
      `${purposeOf(edge)} | all | ${statements(edge.by)} | ${edge.formula} |`,
  );
  const { command, service } = RUNS[run];
  return `## \`${command}\`

\`${service}\`

| name | meaning | 含义 | unit, range | purpose | roles | written by | explained by |
|---|---|---|---|---|---|---|---|
${[...scores, ...edges].join('\n')}
`;
}

function scoreRow(score: Score & { readonly run: RunId }): string {
  const roles = score.roles?.join(', ') ?? 'all';
  const seen = score.fieldClass ? `${roles}; class ${score.fieldClass}` : roles;
  const how = score.explained ? `\`explainScore(score: ${score.explained})\`: ${score.formula}` : score.formula;
  const cells = [`\`${score.property}\``, score.meaning, score.meaningZh, measureOf(score)];
  return `| ${[...cells, purposeOf(score), seen, statements(score.by), how].join(' | ')} |`;
}

/** The unit and range of a number, the kind of anything else. */
export function measureOf({ kind, unit, range }: Score): string {
  const what = kind === 'money' ? 'minor units' : unit;
  return what === undefined ? kind : [what, range].filter(Boolean).join(', ');
}

function statements(by: readonly string[]): string {
  return by.map((name) => `\`${name}\``).join(', ');
}
