import type { Client } from '../client.js';
import { nameIn, Panel, Who } from '../components/index.js';
import { useWords } from '../desk.js';
import { type CampaignsQuery, campaignsQuery } from '../operations.gen.js';
import { campaignHref, campaignOf } from './address.js';

const SHOWN = 40;

type Campaign = Pick<CampaignsQuery['campaignList'][number], 'status' | 'endedAt'>;

/** The stage of a campaign: one that was imported is over by its times. */
export function stageOf({ status, endedAt }: Campaign): string {
  if (endedAt !== null && status !== 'STOPPED') return 'DONE';
  return status;
}

/** Campaigns, the newest first, each with its stage; the messages of journeys are on the page of journeys. */
export function CampaignList() {
  const { route, text, format, language, words, campaigned } = useWords('campaigns');
  const chosen = campaignOf(route);
  const load = async (client: Client) => (await client.ask(campaignsQuery, { limit: SHOWN })).campaignList;
  return (
    <Panel
      id="campaign-list"
      title={words.list}
      about={words.listAbout}
      question={String(campaigned)}
      lines={8}
      load={load}
      none={words.noCampaigns}
    >
      {(campaigns) => (
        <Who
          wide
          rows={campaigns.map((one) => ({
            key: one.id,
            href: campaignHref(one.id),
            chosen: one.id === chosen,
            name: nameIn(one, language)!,
            score: words.stage[stageOf(one)] ?? stageOf(one),
            why: [text.channel[one.channel as keyof typeof text.channel], one.startedAt && format.day(one.startedAt)]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </Panel>
  );
}
