import { loadLibrary } from '../../src/graph/library/library.js';
import { cypherShell } from '../setup/cypher-shell.js';

const MARK = '@@ ';

/**
 * Every `try` line of the library goes through cypher-shell; after its own ones, each published question is asked there
 * as `guanxi cypher show` prints it, on the made world.
 */
export function cypherShellTakesWhatIsPrinted(): void {
  test('cypher-shell takes every try line, and answers every question with them', async () => {
    const statements = [...loadLibrary().values()];
    const linesOf = ({ tried }: (typeof statements)[number]) =>
      [...tried].map(([name, literal]) => `:param ${name} => ${literal};`);
    const questions = statements.filter(({ api }) => api !== null);
    const typed = [
      ...new Set(statements.flatMap(linesOf)),
      ...questions.flatMap((one) => [`RETURN '${MARK}${one.name}';`, ...linesOf(one), `${one.text};`]),
    ];
    const { code, out, err } = await cypherShell(`${typed.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = new Map(
      out
        .split(`"${MARK}`)
        .slice(1)
        .map((part) => {
          const [name, ...lines] = part.split('\n');
          return [name!.replace(/"$/, ''), lines.filter(Boolean).length - 1] as const; // the first line names columns
        }),
    );
    expect([...answers.keys()]).toEqual(questions.map(({ name }) => name));
    const empty = [...answers].filter(([, rows]) => rows < 1).map(([name]) => name);
    expect(empty.filter((name) => !MAY_BE_EMPTY.includes(name))).toEqual([]);
  });
}

/** What takes a second run, a campaign of one's own or another wrong than the planted ones before there is anything to show. */
const MAY_BE_EMPTY = [
  ...['analysis/also-in', 'analysis/as-of-leaders', 'analysis/fallers', 'analysis/risers', 'campaigns/experiments'],
  ...['campaigns/referral-leaderboard', 'campaigns/referral-programmes', 'consent/consents-to-renew', 'fraud/held'],
  ...[
    'fraud/reciprocal',
    'fraud/silent',
    'fraud/stars',
    'value/churn-risk',
    'value/inclined-to',
    'value/rfm/model-scores',
  ],
  'value/tiers/falls',
];
