import type { Client } from '../client.js';
import { Bar, Body, Notice, Table, useAnswer } from '../components/index.js';
import { useWords } from '../desk.js';
import { type CampaignReachQuery, campaignReachQuery } from '../operations.gen.js';
import { Estimated, useExact } from '../overview/audience.js';

/** Of a campaign that waits for its launch: whom it would reach now, through which channel, and at what cost. */
export function Reach({ campaign }: { readonly campaign: string }) {
  const [exact, count] = useExact(campaign);
  const load = async (client: Client) => (await client.ask(campaignReachQuery, { campaign, exact })).campaignReach;
  const [answer, again] = useAnswer(`${exact} ${campaign}`, load);
  return (
    <Body {...{ answer, again }} lines={4}>
      {(found) => (
        <>
          <Found found={found} />
          <Estimated estimate={found.estimate} count={count} />
        </>
      )}
    </Body>
  );
}

function Found({ found }: { readonly found: CampaignReachQuery['campaignReach'] }) {
  const { text, format, words } = useWords('campaigns');
  const { inAudience, excluded, mayBeContacted, channels } = found;
  if (inAudience === 0) return <Notice>{words.nobodyInAudience}</Notice>;
  const leftOut = found.leftOut.filter(({ count }) => count > 0);
  const money = (minor: number | null, currency: string | null) =>
    minor === null || currency === null ? words.noCost : format.money(minor, currency);
  return (
    <>
      <p class="may">{text.audience.may(format.whole(mayBeContacted), format.whole(inAudience))}</p>
      <Bar share={mayBeContacted / inAudience} wide />
      {excluded > 0 && <p class="quiet">{words.excluded(format.whole(excluded))}</p>}
      <Table
        caption={words.byChannel}
        columns={['text', 'number', 'number quiet']}
        rows={channels.map(({ channel, count, costMinor, currency, problem }) => [
          text.channel[channel as keyof typeof text.channel] ?? channel,
          format.whole(count),
          problem === null ? money(costMinor, currency) : words.notSending,
        ])}
      />
      {leftOut.length > 0 && (
        <Table
          caption={text.audience.leftOut}
          columns={['text', 'number']}
          rows={leftOut.map(({ reason, count }) => [text.reason[reason] ?? reason, format.whole(count)])}
        />
      )}
    </>
  );
}
