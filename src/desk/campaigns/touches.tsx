import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Choices, Panel, PersonLink, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import { type TouchesQuery, touchesQuery } from '../operations.gen.js';
import { campaignHref, campaignOf, MARKETING, STATES, stateOf } from './address.js';
import { ForMarketing } from './build.js';

type Touch = TouchesQuery['touches'][number];

const SHOWN = 50;

/** Whom the campaign touched, in which state, and why somebody was skipped or a message failed. */
export function Touches() {
  const { route, role, words, campaigned } = useWords('campaigns');
  const [campaign, state] = [campaignOf(route), stateOf(route)];
  const open = MARKETING.includes(role ?? '');
  const [pages, setPages] = useState<readonly string[]>([]);
  const after = pages.at(-1) ?? '';
  useEffect(() => setPages([]), [campaign, state]);
  const load = async (client: Client) =>
    campaign && open ? (await client.ask(touchesQuery, { campaign, state, first: SHOWN, after })).touches : [];
  return (
    <Panel
      id="touches"
      title={words.touches}
      about={words.touchesAbout}
      question={`${campaign} ${state} ${campaigned} ${after}`}
      lines={6}
      load={load}
      form={() => campaign && open && <States campaign={campaign} />}
      none={open ? <p class="quiet">{campaign ? words.noTouches : words.chooseFirst}</p> : <ForMarketing />}
    >
      {(touches) => (
        <>
          <Rows touches={touches} />
          <div class="turns">
            {pages.length > 0 && (
              <button type="button" class="plain" onClick={() => setPages(pages.slice(0, -1))}>
                {words.pageBefore}
              </button>
            )}
            {touches.length === SHOWN && (
              <button type="button" class="plain" onClick={() => setPages([...pages, touches.at(-1)!.id])}>
                {words.pageAfter}
              </button>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}

function States({ campaign }: { readonly campaign: string }) {
  const { route, words } = useWords('campaigns');
  const chosen = stateOf(route);
  const every = { href: campaignHref(campaign), words: words.everyState, chosen: chosen === null };
  const one = (state: (typeof STATES)[number]) => ({
    ...{ href: campaignHref(campaign, state), words: words.state[state] ?? state, chosen: chosen === state },
  });
  return <Choices label={words.states} choices={[every, ...STATES.map(one)]} />;
}

function Rows({ touches }: { readonly touches: readonly Touch[] }) {
  const { text, format, words } = useWords('campaigns');
  const why = ({ reason, problem, notBefore, sentAt, at }: Touch) => {
    if (reason) return text.reason[reason] ?? reason;
    if (problem) return words.problem(problem);
    if (sentAt) return words.sentAt(format.moment(sentAt));
    return notBefore ? words.waits(format.moment(notBefore)) : at && format.moment(at);
  };
  return (
    <Table
      head={[words.person, words.variantHead, text.audience.channel, words.stateHead, words.why]}
      columns={['text', 'text', 'text', 'text', 'quiet']}
      rows={touches.map((touch) => [
        <PersonLink of={touch} />,
        touch.variant,
        text.channel[touch.channel as keyof typeof text.channel] ?? touch.channel,
        touch.state ? (words.state[touch.state] ?? touch.state) : words.imported,
        why(touch),
      ])}
    />
  );
}
