/**
 * Campaigns: whom to reach, and what came of it.
 *
 * - segment: customers put together by value or by hand; `all` is every customer
 * - audience: those of a segment who may be contacted for the purpose through the channel, at the moment of asking
 * - variant: one of several forms of a campaign, with the share of the audience that gets it
 * - touch: one customer reached once by one campaign, in one variant; its id is campaign|customer
 * - experiment: variants compared by persons or by whole communities; who has which is noted as TRIED
 * - journey: steps that customers go through by themselves, begun by what happens to them; a run is one customer's way
 *   through it
 * - programme: who brings others earns; a code is a person's own, an invitation says who came by it
 * - launch: takes the audience at that moment and writes the touches; nobody gets a second one
 */

export { attribution } from './attribution/attribution.service.js';
export { GROUPINGS } from './attribution/journeys.js';
export { MODELS } from './attribution/models.js';
export { audiencePreview } from './audience.service.js';
export { banditOf, setBandit } from './bandits/bandit.service.js';
export { type BanditInput, CONTEXTS, POLICIES } from './bandits/input.js';
export { replayFile } from './bandits/replay-file.js';
export { campaignOf, campaigns, createCampaign } from './campaign.service.js';
export { campaignInput, campaignsInput, previewInput, reachInput, replayInput, testInput } from './campaign-input.js';
export { receiptsInput, touchesInput } from './dispatch/input.js';
export { DISPATCH_SETTINGS } from './dispatch/settings.js';
export { sendTest } from './dispatch/test-send.service.js';
export {
  createExperiment,
  experimentOf,
  startExperiment,
  stopExperiment,
} from './experiments/experiment.service.js';
export type { ExperimentInput } from './experiments/input.js';
export { METRIC_NAMES } from './experiments/metrics.js';
export { experimentPlan } from './experiments/plan.service.js';
export { experimentResults } from './experiments/results.service.js';
export { campaignJobs } from './jobs.js';
export { closeJourneyAlert, journeyAlerts } from './journeys/alerts.service.js';
export { beginJourneys } from './journeys/begin.service.js';
export { peopleAsked } from './journeys/input.js';
export { journeyJobs } from './journeys/jobs.js';
export { faultsOf, journeyById, journeys, saveJourney, turnJourney } from './journeys/journeys.service.js';
export { journeyPeople, journeysOfCustomer } from './journeys/person.service.js';
export { approveCampaign, type CampaignReach, campaignReach } from './launch/approval.service.js';
export { launchCampaign } from './launch/launch.service.js';
export type { ProgrammeInput, SimulateInput } from './programme/input.js';
export {
  createProgramme,
  issueCodes,
  payReward,
  programmeOf,
  referralCode,
  simulateProgramme,
  turnProgramme,
} from './programme/programme.service.js';
export { redeemCode } from './programme/redeem.service.js';
export { settleProgramme } from './programme/settle.service.js';
export { type ReceiptCounts, takeReceipts } from './receipts.service.js';
export { replayCampaign, touchesOf, turnCampaign } from './touches.service.js';
