import {
  approveCampaign,
  campaignReach,
  campaigns,
  campaignsInput,
  type ReceiptCounts,
  reachInput,
  receiptsInput,
  sendTest,
  takeReceipts,
  testInput,
} from '../../../campaigns/index.js';
import { checked } from '../../../kernel/checked.js';
import type { Services } from '../../../security/index.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { jsonLines } from '../../json-lines.js';
import { argument, number, option, required } from '../../options.js';
import { about, EXACT, statusRow } from './campaign.js';

/** `guanxi campaign …` around the sending: whom it would reach, approval, a test message, what comes back. */
export const CAMPAIGN_SENDING = [
  command<object>({
    name: 'campaign list',
    about: 'list campaigns, the newest first',
    example: 'campaign list --status LAUNCHED',
    door: 'campaignList',
    options: [
      option('--status <status>', 'DRAFT, APPROVED, LAUNCHED, PAUSED, DONE or STOPPED'),
      option('--journeys', 'also the messages of journeys'),
      number('--first <rows>', 'how many; 50 when not given'),
    ],
    answer: async (services, asked) => ({
      rows: await campaigns(services, checked(campaignsInput, asked, 'campaign list')),
    }),
  }),
  command<{ id: string; sample?: number; exact?: boolean }>({
    name: 'campaign reach',
    about: 'tell whom a campaign would reach now, through which channel, and why not the others',
    example: 'campaign reach spring',
    door: 'campaignReach',
    args: [argument('<id>')],
    options: [number('--sample <n>', 'how many customers JSON shows, 0 to 100; 10 when not given'), EXACT],
    formats: TABLE_OR_JSON,
    answer: async (services, { id, ...asked }) => {
      const { campaign, ...how } = checked(reachInput, { ...asked, campaign: id }, 'campaign reach');
      const whole = await campaignReach(services, campaign, how);
      const { leftOut, mayBeContacted, inAudience, excluded, channels, estimate } = whole;
      const ways = channels.map(({ channel, count }) => `${channel} ${count}`).join(', ');
      const rows = leftOut.filter(({ count }) => count > 0).map(({ reason, count, text }) => ({ reason, count, text }));
      const said = `${mayBeContacted} of ${inAudience} may be contacted (${ways}); ${excluded} more are excluded`;
      return { whole, rows, said: said + about(estimate) };
    },
  }),
  command<{ id: string }>({
    name: 'campaign approve',
    about: 'approve a draft; a large one by somebody else than its author',
    example: 'campaign approve spring',
    door: 'approveCampaign',
    args: [argument('<id>')],
    answer: async (services, { id }) => statusRow(await approveCampaign(services, id)),
  }),
  command<{ id: string }>({
    name: 'campaign test',
    about: 'send one message of a campaign to an address of your own',
    example: 'campaign test spring --address 13800000000',
    door: 'sendTest',
    args: [argument('<id>')],
    options: [
      required('--address <address>', 'a mail address, a telephone number or an id of WeChat'),
      option('--variant <name>', 'the first when not given'),
      option('--channel <channel>', "the campaign's first when not given"),
      option('--language <language>', 'zh or en; zh when not given'),
    ],
    answer: async (services, { id, ...asked }) => ({
      rows: [await sendTest(services, checked(testInput, { ...asked, campaign: id }, 'campaign test'))],
    }),
  }),
  command<{ file: string }>({
    name: 'campaign receipts',
    about: 'take what came back of deliveries from a file; safe to repeat',
    example: 'campaign receipts seed/campaigns/receipts.jsonl',
    door: 'recordDeliveries',
    args: [argument('<file>', 'a JSON object a line: deliveryId, event, at, eventId, and text of a reply')],
    answer: async (services, { file }) => ({ rows: [await receiptsFrom(services, file)] }),
  }),
];

/** Takes what came back of deliveries from a file, a thousand at a time. Throws INPUT. */
export async function receiptsFrom(services: Services, file: string): Promise<ReceiptCounts> {
  const events = jsonLines(file);
  const sum = { recorded: 0, repeated: 0, unknown: 0, withdrawn: 0 };
  for (let from = 0; from < events.length; from += 1000) {
    const part = checked(receiptsInput, { events: events.slice(from, from + 1000) }, file);
    const counts = await takeReceipts(services, part.events);
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += counts[name];
  }
  return sum;
}
