import {
  audiencePreview,
  type CampaignReach,
  campaignInput,
  campaignOf,
  createCampaign,
  launchCampaign,
  previewInput,
  replayCampaign,
  replayInput,
  touchesInput,
  touchesOf,
  turnCampaign,
} from '../../../campaigns/index.js';
import { checked } from '../../../kernel/checked.js';
import type { Services } from '../../../security/index.js';
import { command } from '../../command.js';
import { argument, number, option, required } from '../../options.js';
import { readYamlFile } from '../../yaml-input.js';

const CHANNELS = 'SMS, MAIL, CALL, WECHAT, MINI_PROGRAM or GROUP';
const PURPOSE = option('--purpose <purpose>', 'what they consented to; marketing when not given');
const REACH = [required('--segment <id>', 'a segment, or all'), required('--channel <channel>', CHANNELS), PURPOSE];

/** Of what counts a large audience. */
export const EXACT = option('--exact', 'look at everybody; otherwise more than 50,000 are estimated by a part of them');

/** How counts were estimated, as the end of a sentence. */
export function about(estimate: CampaignReach['estimate']): string {
  if (estimate === null) return '';
  const { lookedAt, from, to } = estimate;
  return ` (estimated by ${lookedAt} of them: ${from} to ${to}; --exact counts)`;
}

const AUDIENCE = [
  option('--segment <id>', 'a segment, or all'),
  option('--community <id>', 'a community in place of a segment'),
  option('--customers <ids...>', 'ids in place of a segment'),
  option('--exclude-segments <ids...>', 'whose members are left out'),
  option('--exclude-campaigns <ids...>', 'whose customers are left out'),
];

interface Create {
  readonly name?: string;
  readonly nameZh?: string;
  readonly file?: string;
  readonly text?: string;
  readonly textZh?: string;
  readonly subject?: string;
}

/** A command that does one thing to a campaign and shows how it stands then. */
const turning = (turn: 'pause' | 'resume' | 'stop', about: string) =>
  command<{ id: string }>({
    ...{ name: `campaign ${turn}`, about, example: `campaign ${turn} spring`, door: `${turn}Campaign` },
    args: [argument('<id>')],
    answer: async (services, { id }) => statusRow(await turnCampaign(services, id, turn)),
  });

/** How a campaign stands, in one row. */
export const statusRow = ({ id, status, touched, states }: Awaited<ReturnType<typeof campaignOf>>) => ({
  rows: [{ id, status, touched, ...Object.fromEntries(states.map(({ state, count }) => [state, count])) }],
});

async function touchRows(services: Services, asked: object) {
  return { rows: await touchesOf(services, checked(touchesInput, asked, 'campaign touches')) };
}

/** `guanxi campaign …`: whom to reach, sending, and what came of it. */
export const CAMPAIGN = [
  command<Create>({
    name: 'campaign create',
    about: 'make a campaign as a draft: of one variant by options, or whole by a file',
    example: "campaign create Spring --segment all --channel SMS --text 'Hello {{name}}, reply TD to end this'",
    door: 'createCampaign',
    args: [argument('[name]', 'its name; left out with --file')],
    options: [
      option('--file <file>', 'YAML or JSON with what createCampaign takes, like seed/campaigns/spring.yaml'),
      ...AUDIENCE,
      option('--channel <channel>', CHANNELS),
      option('--fallback <channels...>', 'tried in this order for who cannot be reached through the first'),
      PURPOSE,
      option('--id <id>', 'made up when not given'),
      option('--name-zh <name>', 'its name in Chinese'),
      option('--text <template>', 'what it says'),
      option('--text-zh <template>', 'the same in Chinese, for all who did not choose English'),
      option('--subject <template>', 'of a mail'),
      option('--starts-at <time>', 'earliest launch, like 2026-12-01T09:00:00+08:00'),
      option('--scheduled', 'launch by itself then, once approved'),
      number('--priority <n>', '1 to 10; the higher is sent first'),
      number('--budget-minor <amount>', 'most it may cost, in minor units'),
      option('--currency <code>', 'of the budget, like CNY'),
    ],
    answer: async (services, { file, text, textZh, subject, ...asked }) => {
      const given = file ? readYamlFile(file, 'seed/campaigns/spring.yaml') : null;
      const plan = given ?? { ...asked, variants: [{ name: 'A', share: 1, text, textZh, subject }] };
      return statusRow(await createCampaign(services, checked(campaignInput, plan, 'campaign create')));
    },
  }),
  command<object>({
    name: 'campaign preview',
    about: 'tell who could be reached now, and why the others could not',
    example: 'campaign preview --segment all --channel SMS',
    door: 'audiencePreview',
    options: [...REACH, EXACT],
    answer: async (services, asked) => {
      const whole = await audiencePreview(services, checked(previewInput, asked, 'campaign preview'));
      const { leftOut, mayBeContacted, inSegment, estimate } = whole;
      const rows = leftOut.filter(({ count }) => count > 0).map(({ reason, count, text }) => ({ reason, count, text }));
      return { whole, rows, said: `${mayBeContacted} of ${inSegment} may be contacted${about(estimate)}` };
    },
  }),
  command<{ id: string; again?: boolean }>({
    name: 'campaign launch',
    about: 'start a campaign: touch everyone who may be contacted, each once',
    example: 'campaign launch spring',
    door: 'launchCampaign',
    args: [argument('<id>')],
    options: [option('--again', 'reach those who joined or consented since')],
    answer: async (services, { id, again = false }) => {
      const { leftOut, ...counts } = await launchCampaign(services, id, again);
      return { whole: { ...counts, leftOut }, rows: [counts] };
    },
  }),
  turning('pause', 'let nothing more of a campaign out until it is resumed'),
  turning('resume', 'let a paused campaign be sent again'),
  turning('stop', 'end a campaign: what was not sent stays unsent'),
  command<{ id: string; state?: string; first?: number; after?: string }>({
    name: 'campaign touches',
    about: 'list who a campaign touched, with state and times',
    example: 'campaign touches spring --state SENT',
    door: 'touches',
    args: [argument('<id>')],
    options: [
      option('--state <state>', 'only these, like SKIPPED'),
      number('--first <rows>', 'how many; 100 when not given'),
      option('--after <touch>', 'id of the last of the page before'),
    ],
    answer: (services, { id, ...asked }) => touchRows(services, { ...asked, campaign: id }),
  }),
  command<{ id: string }>({
    name: 'campaign results',
    about: 'show what came of each variant, with intervals',
    example: 'campaign results spring',
    door: 'campaign',
    args: [argument('<id>')],
    answer: async (services, { id }) => {
      const whole = await campaignOf(services, id);
      return {
        whole,
        rows: whole.variants.flatMap(({ name, results }) => results.map((one) => ({ variant: name, ...one }))),
      };
    },
  }),
  command<{ id: string; state?: string }>({
    name: 'campaign dead',
    about: 'list what could not be sent',
    example: 'campaign dead spring',
    door: 'touches',
    args: [argument('<id>')],
    options: [option('--state <state>', 'FAILED (when not given), or UNKNOWN: nobody knows whether they left')],
    answer: (services, { id, state = 'FAILED' }) => touchRows(services, { campaign: id, state, first: 1000 }),
  }),
  command<{ id: string; what?: string }>({
    name: 'campaign replay',
    about: 'let what could not be sent be tried again, or decide on what nobody knows to have left',
    example: 'campaign replay spring',
    door: 'replayCampaign',
    args: [argument('<id>')],
    options: [
      option(
        '--what <decision>',
        'FAILED (when not given), UNKNOWN_SEND, which may reach somebody twice, UNKNOWN_SETTLE',
      ),
    ],
    formats: [],
    answer: async (services, asked) => {
      const { id, what } = checked(replayInput, asked, 'campaign replay');
      const count = await replayCampaign(services, id, what);
      return { said: what === 'UNKNOWN_SETTLE' ? `${count} count as sent` : `${count} are tried again` };
    },
  }),
];
