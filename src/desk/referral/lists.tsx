import type { Client } from '../client.js';
import { StackBar, Swatch } from '../components/bars.js';
import { aliases, aliasOf } from '../components/names.js';
import { Notice } from '../components/notice.js';
import { Panel } from '../components/panel.js';
import { Who } from '../components/who.js';
import { type Desk, useDesk } from '../desk.js';
import {
  type HiddenReferralsQuery,
  hiddenReferralsQuery,
  type PotentialReferrersQuery,
  potentialReferrersQuery,
  topReferrersQuery,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';

const SHOWN = 8;
const HIDDEN = 6;

/** Who brought most. Throws `Problem`. */
export async function referrers(client: Client) {
  return (await client.ask(topReferrersQuery, { limit: SHOWN })).topReferrers;
}

/** Who brought most; choosing one shows their tree. */
export function Referrers() {
  const { text, format, route } = useDesk();
  const { referral: words } = text;
  const { whole, money } = format;
  return (
    <Panel id="referrers" title={words.title} about={words.about} lines={10} load={referrers}>
      {(people) => {
        if (people.length === 0) return <Notice>{words.noReferrals}</Notice>;
        const chosen = route.about[0] ?? people[0]!.customerId;
        const most = Math.max(...people.map(({ valueMinor }) => valueMinor), 1);
        const rows = people.map((person) => {
          const { customerId, valueMinor, currency, direct, conversions } = person;
          return {
            key: customerId,
            href: hrefOf('referral', customerId),
            chosen: customerId === chosen,
            name: aliasOf(person),
            score: currency ? money(valueMinor, currency) : '–',
            share: valueMinor / most,
            why: words.brought(whole(direct), whole(person.people - direct), whole(conversions)),
          };
        });
        return <Who rows={rows} wide />;
      }}
    </Panel>
  );
}

const PARTS = ['satisfied', 'active', 'value', 'room', 'record'] as const;

/** Whom to ask to recommend next, and what speaks for each. */
export function AskNext() {
  const desk = useDesk();
  const { referral: words } = desk.text;
  const load = async (client: Client) =>
    (await client.ask(potentialReferrersQuery, { first: SHOWN })).potentialReferrers;
  return (
    <Panel id="ask-next" title={words.askNext} about={words.askNextAbout} lines={10} load={load}>
      {(people) =>
        people.length === 0 ? (
          <Notice>{words.nobodyToAsk}</Notice>
        ) : (
          <>
            <p class="legend-keys keys">
              {PARTS.map((part, place) => (
                <span key={part}>
                  <Swatch rank={place} />
                  {words.part[part]}
                </span>
              ))}
            </p>
            <Who rows={people.map((person) => potential(person, desk))} />
          </>
        )
      }
    </Panel>
  );
}

function potential(
  person: PotentialReferrersQuery['potentialReferrers'][number],
  { text, format: { whole, decimal, list } }: Desk,
) {
  const { referral: words } = text;
  const { customerId, score, parts, channels, newcomers } = person;
  const said = PARTS.map((part) => `${words.part[part]} ${decimal(parts[part])}`);
  const named = channels.map((one) => (text.channel as Readonly<Record<string, string>>)[one] ?? one);
  const by = channels.includes('ALL') ? words.anyChannel : words.channels(list(named));
  return {
    key: customerId,
    href: hrefOf('referral', customerId),
    name: aliasOf(person),
    score: decimal(score),
    why: `${words.newcomers(whole(newcomers), newcomers)} · ${by}`,
    more: (
      <>
        <StackBar thin pieces={PARTS.map((part, place) => ({ percent: parts[part], title: said[place]! }))} />
        <span class="unseen">{list(said)}</span>
      </>
    ),
  };
}

async function hidden(client: Client) {
  const { hiddenReferrals: found } = await client.ask(hiddenReferralsQuery, { first: HIDDEN });
  const ids = found.flatMap(({ broughtBy, recordedReferrer }) => [broughtBy, recordedReferrer ?? broughtBy]);
  return { found, named: await aliases(client, [...new Set(ids)]) };
}

/** Who likely brought the newest customers, though no record says so. */
export function Hidden() {
  const { referral: words } = useDesk().text;
  return (
    <Panel id="hidden" title={words.hidden} about={words.hiddenAbout} load={hidden}>
      {({ found, named }) =>
        found.length === 0 ? (
          <Notice>{words.noHidden}</Notice>
        ) : (
          <ul class="hidden-list">
            {found.map((one) => (
              <li key={one.customerId}>
                <Brought one={one} named={named} />
              </li>
            ))}
          </ul>
        )
      }
    </Panel>
  );
}

interface BroughtProps {
  readonly one: HiddenReferralsQuery['hiddenReferrals'][number];
  readonly named: ReadonlyMap<string, string>;
}

function Brought({ one, named }: BroughtProps) {
  const { text, format } = useDesk();
  const { referral: words } = text;
  const { broughtBy, customerId, recordedReferrer: recorded, firstOrderAt, confidence } = one;
  const person = (id: string, alias = named.get(id)) => <a href={hrefOf('referral', id)}>{alias ?? id}</a>;
  return (
    <>
      <span>
        {person(broughtBy)} → {person(customerId, aliasOf(one))}
      </span>
      <span class="number">{format.share(confidence)}</span>
      <span class="quiet">
        {words.firstOrder(format.day(firstOrderAt))} ·{' '}
        {recorded ? (
          <>
            {words.recorded} {person(recorded)}
          </>
        ) : (
          words.nobodyRecorded
        )}
      </span>
    </>
  );
}
