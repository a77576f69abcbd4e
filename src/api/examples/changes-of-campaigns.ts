import { type ChangesOf, change, found } from './change.js';

/** Campaigns, experiments, journeys and referral programmes. */
export function changesOfCampaigns(now: Date): readonly ChangesOf[] {
  return [campaigns(now), EXPERIMENTS, JOURNEYS, PROGRAMMES];
}

/** Launched by the worked example of campaigns: its variants have no text, so this server sends none of it. */
const LAUNCHED = 'example-campaign';
/** A draft that is never launched. */
const DRAFT = {
  ...{ id: 'tea-evening', name: 'Tea evening', nameZh: '茶会', channel: 'MAIL', segment: 'rfm:champions' },
  variants: [
    { name: 'tasting', share: 0.5, subject: 'A tea evening', text: '{{name}}, come and taste. {{unsubscribeUrl}}' },
    { name: 'gift', share: 0.5, subject: 'A tea evening', text: '{{name}}, tea for you. {{unsubscribeUrl}}' },
  ],
};

function campaigns(now: Date): ChangesOf {
  const at = now.toISOString();
  const touch = { touchId: 'M001-C0000002', customerId: 'C0000002' };
  const clicked = { deliveryId: touch.touchId, event: 'CLICKED', at, eventId: 'receipt-0001' };
  return {
    topic: 'Changes: campaigns',
    changes: [
      change('createCampaign', { input: DRAFT }),
      change('setBandit', { input: { campaign: DRAFT.id, policy: 'THOMPSON', holdout: 0.1 } }),
      change('sendTest', { input: { campaign: DRAFT.id, address: 'me@example.invalid', language: 'en' } }),
      change('approveCampaign', { id: DRAFT.id }),
      change('pauseCampaign', { id: LAUNCHED }),
      change('resumeCampaign', { id: LAUNCHED }),
      change('recordDeliveries', { events: [clicked] }),
      change('recordConversions', { rows: [{ id: 'conversion-1', ...touch, at, valueMinor: 12900 }] }),
      change('replayCampaign', { id: LAUNCHED, what: 'FAILED' }),
      change('stopCampaign', { id: LAUNCHED }),
    ],
  };
}

const EXPERIMENT = {
  ...{ id: 'greeting', name: 'A warmer greeting', nameZh: '更热情的问候' },
  ...{ segment: 'all', metric: 'ORDERS', windowDays: 14 },
};

const EXPERIMENTS: ChangesOf = {
  topic: 'Changes: experiments',
  changes: [
    change('createExperiment', { input: EXPERIMENT }),
    change('startExperiment', { id: EXPERIMENT.id }),
    change('stopExperiment', { id: EXPERIMENT.id }),
  ],
};

const JADE = { id: 'jade', name: 'Jade members', nameZh: '翡翠会员' };
const CALL_BACK = `id: call-back
name: Call back
nameZh: 回访
trigger: { type: segmentEntered, segment: jade }
steps:
  - id: call
    alert: { text: Call this customer this week, textZh: 请在本周内致电该客户 }
`;
/** Raised by the journey within some minutes: it is looked for as often. */
const ALERT = found('todo', '{ journeyAlerts(first: 1) { id text } }');

const JOURNEYS: ChangesOf = {
  topic: 'Changes: journeys',
  changes: [
    change('createJourney', { definition: CALL_BACK, start: false }),
    change('resumeJourney', { id: 'call-back' }),
    change('createSegment', {
      input: { ...JADE, rule: JSON.stringify({ property: { name: 'tier', in: ['JADE'] } }) },
    }),
    change('closeJourneyAlert', {}, { id: ALERT }),
    change('pauseJourney', { id: 'call-back' }),
    change('archiveJourney', { id: 'call-back' }),
  ],
};

const FRIENDS = { id: 'noodle-friends', name: 'Noodle friends', nameZh: '面友推荐', rewardMinor: 2000 };
/** Who consents to referral. */
const FRIEND = 'C0000012';
const CODE = found(
  'code',
  `mutation { referralCode(programme: "${FRIENDS.id}", customer: "${FRIEND}") { code } }`,
  'code',
);

const PROGRAMMES: ChangesOf = {
  topic: 'Changes: referral programmes',
  changes: [
    change('createProgramme', { input: FRIENDS }),
    change('startProgramme', { id: FRIENDS.id }),
    change('referralCode', { programme: FRIENDS.id, customer: FRIEND }),
    change('noteInvitation', { invitationId: 'share-0001', channel: 'WECHAT' }, { code: CODE }),
    change('redeemCode', { customerId: 'C0000123' }, { code: CODE }),
    change('settleProgramme', { id: FRIENDS.id }),
    change('stopProgramme', { id: FRIENDS.id }),
  ],
};
