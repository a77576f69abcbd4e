import type { Client } from '../client.js';
import { aliasOf, atLeast, Notice, Panel, rangeOf, Sparkline, StackBar, Swatch } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import { type ExplainScoreQuery, explainScoreQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';
import type { Language } from '../text/text.js';
import { customerOf, kindOf } from './address.js';
import { candidates } from './list.js';
import { conditionsOf, type Reason, type Share, sharesOf } from './shares.js';

/** Points of influence from foot to head at least. */
const LEAST_SPAN = 5;

/** Why someone has their score: its parts adding up, how it went, and the conditions of each role. */
export function Explained() {
  const { route, language, words } = useWords('influence');
  const [kind, customer] = [kindOf(route), customerOf(route)];
  const load = async (client: Client) => {
    const id = customer ?? (await candidates(client, kind))[0]?.customerId;
    return id ? { id, ...(await client.ask(explainScoreQuery, { id, customer: id })) } : null;
  };
  return (
    <Panel
      id="explained"
      title={words.whyTitle}
      about={(found) => found && <strong>{aliasOf({ customerId: found.id, customer: found.customer })}</strong>}
      question={customer ?? `first of ${kind}`}
      answers
      lines={8}
      load={load}
      none={words.nobody}
    >
      {(found) => {
        if (found.influence.value === null) return <Notice>{told(found.influence, language)}</Notice>;
        return (
          <>
            <Sum shares={sharesOf(found.influence.parts)} value={found.influence.value} />
            <Trend points={[...found.influenceTrend].reverse()} />
            <Roles {...found.roles} />
            <p class="links">
              <a href={hrefOf('referral', found.id)}>{words.toReferral}</a>
            </p>
          </>
        );
      }}
    </Panel>
  );
}

function Sum({ shares, value }: { readonly shares: readonly Share[]; readonly value: number }) {
  const { text, format, language } = useDesk();
  const { influence: words, part: parts, person } = text;
  return (
    <>
      <p class="score">
        <b>{format.decimal(value)}</b>
        <span class="quiet"> {person.ofHundred}</span>
      </p>
      <StackBar pieces={shares.map(({ points }) => ({ percent: points }))} />
      <ul class="sum" aria-label={words.sum}>
        {shares.map(({ part, reason, points, most }, place) => (
          <li key={part}>
            <Swatch rank={place} />
            <span class="sum-name">
              {parts[part]}
              <span class="quiet">{told(reason, language)}</span>
            </span>
            <span class="number">{words.points(format.decimal(points), format.decimal(most, 0))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How someone's influence went over the runs, oldest first; one point is no line, and said in words. */
function Trend({ points }: { readonly points: ExplainScoreQuery['influenceTrend'] }) {
  const { format, words } = useWords('influence');
  const [first, last] = [points[0], points.at(-1)];
  const line = () => {
    const { decimal, moment, span } = format;
    const when = (at: string | null) => (at ? moment(at) : words.runGone);
    return (
      <Sparkline
        points={points.map(({ at, influence }) => {
          return { value: influence, title: `${when(at)}: ${decimal(influence)}` };
        })}
        label={words.trendLabel(decimal(first!.influence), decimal(last!.influence))}
        ends={span(first!.at, last!.at)}
        range={atLeast(rangeOf(points.map(({ influence }) => influence)), LEAST_SPAN)}
        written={decimal}
      />
    );
  };
  return (
    <>
      <h3>{words.trend}</h3>
      {points.length < 2 ? <p class="quiet">{words.onePoint}</p> : line()}
    </>
  );
}

function Roles({ parts, label }: ExplainScoreQuery['roles']) {
  const { language, words } = useWords('influence');
  const roles = label ? label.split(', ') : [];
  return (
    <>
      <h3>{words.roles}</h3>
      {[...conditionsOf(parts)].map(([role, conditions]) => {
        const held = roles.includes(role);
        return (
          <details class="role" key={role} open={held}>
            <summary>
              <strong>{words.role[role] ?? role}</strong>
              <span class={held ? 'badge' : 'quiet'}>{held ? words.held : words.notHeld}</span>
            </summary>
            <ul>
              {conditions.map((condition) => (
                <li key={condition.name}>
                  <span role="img" aria-label={condition.met ? words.met : words.notMet}>
                    {condition.met ? '✓ ' : '✗ '}
                  </span>
                  {told(condition, language)}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

/** The server's sentence in the reader's language. */
function told({ why, whyZh }: Pick<Reason, 'why' | 'whyZh'>, language: Language): string {
  return language === 'zh' ? whyZh : why;
}
