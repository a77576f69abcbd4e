import type { Client } from '../client.js';
import { aliases, aliasOf, List, Panel, StackBar, Swatch, Who } from '../components/index.js';
import { type Desk, useDesk, useWords } from '../desk.js';
import {
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
  const { format, route, words } = useWords('referral');
  const { whole, money } = format;
  return (
    <Panel id="referrers" title={words.title} about={words.about} lines={10} load={referrers} none={words.noReferrals}>
      {(people) => {
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
    <Panel
      id="ask-next"
      title={words.askNext}
      about={words.askNextAbout}
      lines={10}
      load={load}
      none={words.nobodyToAsk}
    >
      {(people) => (
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
      )}
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
  const named = await aliases(client, [...new Set(ids)]);
  return found.map((one) => {
    return { ...one, alias: aliasOf(one), by: named.get(one.broughtBy), known: named.get(one.recordedReferrer ?? '') };
  });
}

/** Who likely brought the newest customers, though no record says so. */
export function Hidden() {
  const { format, words } = useWords('referral');
  const person = (id: string, alias = id) => <a href={hrefOf('referral', id)}>{alias}</a>;
  return (
    <Panel id="hidden" title={words.hidden} about={words.hiddenAbout} load={hidden} none={words.noHidden}>
      {(found) => (
        <List
          class="hidden-list"
          columns={['text', 'number', 'quiet']}
          rows={found.map(({ customerId, alias, broughtBy, by, recordedReferrer: recorded, known, ...one }) => [
            [person(broughtBy, by), ' → ', person(customerId, alias)],
            format.share(one.confidence),
            [
              `${words.firstOrder(format.day(one.firstOrderAt))} · `,
              recorded ? [`${words.recorded} `, person(recorded, known)] : words.nobodyRecorded,
            ],
          ])}
        />
      )}
    </Panel>
  );
}
