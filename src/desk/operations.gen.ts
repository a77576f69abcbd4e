// Written by `npm run cypher:types` from the .graphql files beside it and schema.graphql; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AttributionGrouping =
  | 'CAMPAIGN'
  | 'CHANNEL'
  | 'VARIANT';

export type AttributionModel =
  | 'FIRST'
  | 'LAST'
  | 'LINEAR'
  | 'MARKOV'
  | 'POSITION'
  | 'SHAPLEY'
  | 'TIME_DECAY';

export type CampaignStatus =
  | 'APPROVED'
  | 'DONE'
  | 'DRAFT'
  | 'LAUNCHED'
  | 'PAUSED'
  | 'STOPPED';

export type ClusterMethod =
  | 'DBSCAN'
  | 'KMEANS';

export type ConsentPurpose =
  | 'marketing'
  | 'personalisation'
  | 'platform_import'
  | 'profiling'
  | 'referral'
  | 'research'
  | 'service'
  | 'sharing';

export type ContactChannel =
  | 'ALL'
  | 'CALL'
  | 'GROUP'
  | 'MAIL'
  | 'MINI_PROGRAM'
  | 'SMS'
  | 'WECHAT';

export type ContactReason =
  | 'ASK_AGAIN'
  | 'CONSENTED'
  | 'DO_NOT_CONTACT'
  | 'EXPIRED'
  | 'LEGAL_BASIS'
  | 'NO_CONSENT'
  | 'OBJECTED'
  | 'RESTRICTED'
  | 'TOO_OFTEN'
  | 'UNDER_AGE'
  | 'UNKNOWN_CUSTOMER'
  | 'WITHDRAWN';

export type ContagionStrata =
  | 'COMMUNITY'
  | 'DEGREE'
  | 'NONE';

export type ContagionTestInput = {
  readonly asOf?: string | null | undefined;
  readonly days?: number | null | undefined;
  readonly minCloseness?: number | null | undefined;
  readonly permutations?: number | null | undefined;
  readonly seed?: number | null | undefined;
  readonly segments?: ReadonlyArray<string> | null | undefined;
  readonly strata?: ContagionStrata | null | undefined;
  readonly watch?: ContagionWatch | null | undefined;
};

export type ContagionWatch =
  | 'CHURNED'
  | 'UNHAPPY';

export type CreateCampaignInput = {
  readonly budgetMinor?: number | null | undefined;
  readonly channel: ContactChannel;
  readonly community?: string | null | undefined;
  readonly costMinor?: number | null | undefined;
  readonly currency?: string | null | undefined;
  readonly customers?: ReadonlyArray<string> | null | undefined;
  readonly excludeCampaigns?: ReadonlyArray<string> | null | undefined;
  readonly excludeSegments?: ReadonlyArray<string> | null | undefined;
  readonly fallback?: ReadonlyArray<ContactChannel> | null | undefined;
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
  readonly nameZh?: string | null | undefined;
  readonly priority?: number | null | undefined;
  readonly purpose?: ConsentPurpose;
  readonly scheduled?: boolean | null | undefined;
  readonly segment?: string | null | undefined;
  readonly startsAt?: string | null | undefined;
  readonly variants?: ReadonlyArray<VariantInput> | null | undefined;
};

export type ExperimentInput = {
  readonly alpha?: number;
  readonly beforeDays?: number;
  readonly campaign?: string | null | undefined;
  readonly effect?: number;
  readonly exposure?: number;
  readonly guardrails?: ReadonlyArray<ExperimentMetric>;
  readonly id: string;
  readonly metric?: ExperimentMetric;
  readonly name: string;
  readonly nameZh?: string | null | undefined;
  readonly power?: number;
  readonly segment?: string;
  readonly unit?: ExperimentUnit;
  readonly variants?: ReadonlyArray<ExperimentVariantInput> | null | undefined;
  readonly windowDays?: number;
};

export type ExperimentMetric =
  | 'CONVERSION'
  | 'ORDERS'
  | 'ORDER_VALUE'
  | 'REFUNDED'
  | 'REVENUE'
  | 'UNSUBSCRIBED';

export type ExperimentStatus =
  | 'DRAFT'
  | 'RUNNING'
  | 'STOPPED';

export type ExperimentUnit =
  | 'COMMUNITY'
  | 'PERSON';

export type ExperimentVariantInput = {
  readonly name: string;
  readonly share: number;
};

export type ExperimentVerdictKind =
  | 'CONTROL'
  | 'GOES_ON'
  | 'GUARDRAIL'
  | 'NO_DIFFERENCE'
  | 'TOO_EARLY'
  | 'WINNER'
  | 'WRONG_SPLIT';

export type JourneyRunState =
  | 'DONE'
  | 'LEFT'
  | 'RUNNING';

export type JourneyStatus =
  | 'ARCHIVED'
  | 'PAUSED'
  | 'RUNNING';

export type ProgrammeRuleInput = {
  readonly capMinor?: number | null | undefined;
  readonly currency?: string;
  readonly decay?: number;
  readonly levels?: number;
  readonly minOrderMinor?: number;
  readonly most?: number;
  readonly mostDays?: number;
  readonly rewardMinor: number;
  readonly windowDays?: number;
};

export type ReferralProgrammeInput = {
  readonly capMinor?: number | null | undefined;
  readonly currency?: string;
  readonly decay?: number;
  readonly id: string;
  readonly levels?: number;
  readonly link?: string | null | undefined;
  readonly minOrderMinor?: number;
  readonly most?: number;
  readonly mostDays?: number;
  readonly name: string;
  readonly nameZh?: string | null | undefined;
  readonly rewardMinor: number;
  readonly windowDays?: number;
};

export type Replay =
  | 'FAILED'
  | 'UNKNOWN_SEND'
  | 'UNKNOWN_SETTLE';

export type RewardDecision =
  | 'REFUSED'
  | 'RELEASED';

export type SeedCost = {
  readonly cost: number;
  readonly customerId: string;
};

export type SeedFloor = {
  readonly atLeast: number;
  readonly communities?: ReadonlyArray<string> | null | undefined;
  readonly minSize?: number | null | undefined;
};

export type SeedSetInput = {
  readonly budget: number;
  readonly chance?: number | null | undefined;
  readonly channel: ContactChannel;
  readonly costs?: ReadonlyArray<SeedCost> | null | undefined;
  readonly defaultCost?: number | null | undefined;
  readonly excluding?: ReadonlyArray<string> | null | undefined;
  readonly perCommunity?: SeedFloor | null | undefined;
  readonly purpose?: ConsentPurpose | null | undefined;
  readonly response?: number | null | undefined;
  readonly runs?: number | null | undefined;
  readonly seed?: number | null | undefined;
  readonly snapshots?: number | null | undefined;
  readonly unknownCloseness?: number | null | undefined;
  readonly within?: ReadonlyArray<string> | null | undefined;
};

export type SegmentInput = {
  readonly id: string;
  readonly name: string;
  readonly nameZh?: string | null | undefined;
  readonly rule: string;
};

export type SendTestInput = {
  readonly address: unknown;
  readonly campaign: string;
  readonly channel?: ContactChannel | null | undefined;
  readonly language?: string;
  readonly variant?: string | null | undefined;
};

export type TouchState =
  | 'BOUNCED'
  | 'DELIVERED'
  | 'FAILED'
  | 'PLANNED'
  | 'SENDING'
  | 'SENT'
  | 'SKIPPED'
  | 'UNKNOWN';

export type VariantInput = {
  readonly html?: string | null | undefined;
  readonly htmlZh?: string | null | undefined;
  readonly name: string;
  readonly share: number;
  readonly subject?: string | null | undefined;
  readonly subjectZh?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly textZh?: string | null | undefined;
};

export type ExperimentListQueryVariables = Exact<{ [key: string]: never; }>;


export type ExperimentListQuery = { readonly experiments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string | null, readonly unit: string, readonly metric: string, readonly status: string, readonly variants: ReadonlyArray<string>, readonly people: ReadonlyArray<number> }> };

export type ExperimentResultsQueryVariables = Exact<{
  id: string;
}>;


export type ExperimentResultsQuery = { readonly experimentResults: { readonly people: number, readonly srm: { readonly p: number, readonly alarm: boolean }, readonly experiment: { readonly id: string, readonly name: string, readonly nameZh: string | null, readonly unit: ExperimentUnit, readonly metric: ExperimentMetric, readonly status: ExperimentStatus, readonly planned: number | null }, readonly arms: ReadonlyArray<{ readonly variant: string, readonly control: boolean, readonly people: number, readonly communities: number, readonly value: number | null, readonly comparison: { readonly difference: number, readonly p: number, readonly method: string, readonly interval: { readonly low: number, readonly high: number }, readonly alwaysValid: { readonly low: number, readonly high: number } | null } | null, readonly byPerson: { readonly p: number } | null, readonly guardrails: ReadonlyArray<{ readonly metric: ExperimentMetric, readonly broken: boolean }> }>, readonly spillOver: { readonly people: number, readonly difference: number, readonly p: number } | null, readonly verdict: { readonly kind: ExperimentVerdictKind, readonly winner: string | null, readonly text: string, readonly textZh: string } } };

export type CreateExperimentMutationVariables = Exact<{
  input: ExperimentInput;
}>;


export type CreateExperimentMutation = { readonly createExperiment: { readonly id: string } };

export type StartExperimentMutationVariables = Exact<{
  id: string;
}>;


export type StartExperimentMutation = { readonly startExperiment: { readonly assigned: number, readonly leftOut: number, readonly planned: number | null } };

export type StopExperimentMutationVariables = Exact<{
  id: string;
}>;


export type StopExperimentMutation = { readonly stopExperiment: { readonly id: string } };

export type AttributionQueryVariables = Exact<{
  model: AttributionModel;
  by: AttributionGrouping;
}>;


export type AttributionQuery = { readonly attribution: { readonly currency: string | null, readonly attributed: number, readonly credited: number, readonly unattributed: number, readonly windowDays: number, readonly credits: ReadonlyArray<{ readonly touchPoint: string, readonly name: string, readonly nameZh: string, readonly touches: number, readonly conversions: number, readonly share: number, readonly valueMinor: number, readonly costMinor: number | null, readonly cacMinor: number | null, readonly roi: number | null }> } };

export type ReferralProgrammesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferralProgrammesQuery = { readonly referralProgrammes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string | null, readonly status: string, readonly currency: string, readonly codes: number, readonly sent: number, readonly redeemed: number, readonly converted: number, readonly pendingMinor: number, readonly heldMinor: number, readonly grantedMinor: number, readonly refusedMinor: number, readonly paidMinor: number, readonly revenueMinor: number, readonly costMinor: number, readonly perReferral: number | null, readonly roi: number | null }> };

export type ReferralLeaderboardQueryVariables = Exact<{
  programme: string;
}>;


export type ReferralLeaderboardQuery = { readonly referralLeaderboard: ReadonlyArray<{ readonly customerId: string, readonly conversions: number, readonly rewardMinor: number, readonly currency: string | null, readonly customer: { readonly alias: string | null } | null }> };

export type SimulateProgrammeQueryVariables = Exact<{
  rule: ProgrammeRuleInput;
}>;


export type SimulateProgrammeQuery = { readonly simulateProgramme: { readonly currency: string, readonly referrals: number, readonly converted: number, readonly rewards: number, readonly amountMinor: number, readonly limited: number, readonly heldRewards: number, readonly heldMinor: number, readonly revenueMinor: number, readonly perReferralMinor: number | null, readonly roi: number | null, readonly levels: ReadonlyArray<{ readonly level: number, readonly rewards: number, readonly amountMinor: number }>, readonly held: ReadonlyArray<{ readonly customerId: string, readonly rewards: number, readonly amountMinor: number, readonly score: number, readonly customer: { readonly alias: string | null } | null }> } };

export type CreateProgrammeMutationVariables = Exact<{
  input: ReferralProgrammeInput;
}>;


export type CreateProgrammeMutation = { readonly createProgramme: { readonly id: string } };

export type StartProgrammeMutationVariables = Exact<{
  id: string;
}>;


export type StartProgrammeMutation = { readonly startProgramme: { readonly id: string } };

export type StopProgrammeMutationVariables = Exact<{
  id: string;
}>;


export type StopProgrammeMutation = { readonly stopProgramme: { readonly id: string } };

export type CampaignsQueryVariables = Exact<{
  limit: number;
}>;


export type CampaignsQuery = { readonly campaignList: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly status: CampaignStatus, readonly channel: string | null, readonly startedAt: string | null, readonly endedAt: string | null }> };

export type CampaignChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignChoicesQuery = { readonly segments: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly customers: number }>, readonly topCommunities: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly topCity: string | null, readonly size: number }>, readonly campaignList: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null }> };

export type CampaignReachQueryVariables = Exact<{
  campaign: string;
  exact: boolean;
}>;


export type CampaignReachQuery = { readonly campaignReach: { readonly inAudience: number, readonly excluded: number, readonly mayBeContacted: number, readonly channels: ReadonlyArray<{ readonly channel: ContactChannel, readonly count: number, readonly costMinor: number | null, readonly currency: string | null, readonly problem: string | null }>, readonly leftOut: ReadonlyArray<{ readonly reason: ContactReason, readonly count: number }>, readonly estimate: { readonly lookedAt: number, readonly from: number, readonly to: number } | null } };

export type SendTestMutationVariables = Exact<{
  input: SendTestInput;
}>;


export type SendTestMutation = { readonly sendTest: { readonly state: string, readonly problem: string | null, readonly adapter: string } };

export type CampaignReportQueryVariables = Exact<{
  id: string;
}>;


export type CampaignReportQuery = { readonly segments: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null }>, readonly campaign: { readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly purpose: string | null, readonly channel: string | null, readonly channels: ReadonlyArray<string> | null, readonly segment: string | null, readonly community: string | null, readonly named: number, readonly excludeSegments: ReadonlyArray<string> | null, readonly excludeCampaigns: ReadonlyArray<string> | null, readonly priority: number, readonly scheduled: boolean, readonly status: CampaignStatus, readonly pausedBecause: string | null, readonly startsAt: string | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly costMinor: number | null, readonly spentMinor: number, readonly budgetMinor: number | null, readonly currency: string | null, readonly touched: number, readonly converted: number, readonly valueMinor: number, readonly valueCurrency: string | null, readonly states: ReadonlyArray<{ readonly state: TouchState, readonly count: number }>, readonly variants: ReadonlyArray<{ readonly id: string, readonly name: string, readonly share: number | null, readonly subject: string | null, readonly text: string | null, readonly subjectZh: string | null, readonly textZh: string | null, readonly touched: number, readonly valueMinor: number, readonly results: ReadonlyArray<{ readonly what: string, readonly count: number, readonly of: number, readonly rate: number | null, readonly low: number, readonly high: number }> }> } };

export type TouchesQueryVariables = Exact<{
  campaign: string;
  state?: TouchState | null | undefined;
  first: number;
  after: string;
}>;


export type TouchesQuery = { readonly touches: ReadonlyArray<{ readonly id: string, readonly customerId: string, readonly variant: string, readonly channel: string | null, readonly state: TouchState | null, readonly reason: ContactReason | null, readonly problem: string | null, readonly at: string | null, readonly notBefore: string | null, readonly sentAt: string | null }> };

export type PreviewMessageQueryVariables = Exact<{
  campaign: string;
  customer: string;
}>;


export type PreviewMessageQuery = { readonly previewMessage: { readonly variant: string, readonly subject: string | null, readonly text: string | null } };

export type CreateCampaignMutationVariables = Exact<{
  input: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { readonly createCampaign: { readonly id: string } };

export type ApproveCampaignMutationVariables = Exact<{
  id: string;
}>;


export type ApproveCampaignMutation = { readonly approveCampaign: { readonly id: string, readonly status: CampaignStatus } };

export type LaunchCampaignMutationVariables = Exact<{
  id: string;
}>;


export type LaunchCampaignMutation = { readonly launchCampaign: { readonly touched: number, readonly waiting: number, readonly inSegment: number, readonly leftOut: ReadonlyArray<{ readonly reason: ContactReason, readonly count: number }> } };

export type PauseCampaignMutationVariables = Exact<{
  id: string;
}>;


export type PauseCampaignMutation = { readonly pauseCampaign: { readonly id: string, readonly status: CampaignStatus } };

export type ResumeCampaignMutationVariables = Exact<{
  id: string;
}>;


export type ResumeCampaignMutation = { readonly resumeCampaign: { readonly id: string, readonly status: CampaignStatus } };

export type StopCampaignMutationVariables = Exact<{
  id: string;
}>;


export type StopCampaignMutation = { readonly stopCampaign: { readonly id: string, readonly status: CampaignStatus } };

export type ReplayCampaignMutationVariables = Exact<{
  id: string;
  what: Replay;
}>;


export type ReplayCampaignMutation = { readonly replayCampaign: number };

export type CommunityProfileQueryVariables = Exact<{
  id: string;
}>;


export type CommunityProfileQuery = { readonly communityProfile: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly since: string, readonly size: number, readonly ties: number, readonly density: number, readonly consentMarketing: number, readonly value: ReadonlyArray<{ readonly currency: string, readonly orders: number, readonly spendMinor: number, readonly buyers: number }>, readonly leaders: ReadonlyArray<{ readonly customerId: string, readonly influence: number }>, readonly segments: ReadonlyArray<{ readonly segment: string, readonly members: number, readonly share: number }>, readonly topics: ReadonlyArray<{ readonly kind: string, readonly topic: string, readonly topicZh: string, readonly share: number, readonly lift: number }> }>, readonly communityHistory: ReadonlyArray<{ readonly at: string | null, readonly size: number | null }>, readonly segments: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly customers: number }> };

export type CommunityChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type CommunityChangesQuery = { readonly communityChanges: ReadonlyArray<{ readonly kind: string, readonly from: ReadonlyArray<string>, readonly into: ReadonlyArray<string>, readonly members: number, readonly at: string }> };

export type CompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompaniesQuery = { readonly companies: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly city: string | null }> };

export type CompanyNetworkQueryVariables = Exact<{
  limit: number;
}>;


export type CompanyNetworkQuery = { readonly companyNetwork: ReadonlyArray<{ readonly companyId: string, readonly name: string | null, readonly nameZh: string | null, readonly otherId: string, readonly otherName: string | null, readonly otherNameZh: string | null, readonly shared: number, readonly referrals: number, readonly ties: number }> };

export type DecisionChainQueryVariables = Exact<{
  company: string;
}>;


export type DecisionChainQuery = { readonly decisionChain: { readonly companyId: string, readonly name: string | null, readonly nameZh: string | null, readonly notShown: number, readonly decisionMaker: { readonly customerId: string, readonly role: string | null, readonly customer: { readonly alias: string | null } | null } | null, readonly people: ReadonlyArray<{ readonly customerId: string, readonly role: string | null, readonly customer: { readonly alias: string | null } | null }>, readonly chains: ReadonlyArray<{ readonly probability: number, readonly formal: boolean | null, readonly steps: ReadonlyArray<{ readonly customerId: string, readonly closeness: number | null, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null }> }>, readonly waysIn: ReadonlyArray<{ readonly probability: number, readonly formal: boolean | null, readonly steps: ReadonlyArray<{ readonly customerId: string, readonly closeness: number | null, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null }> }>, readonly influencers: ReadonlyArray<{ readonly customerId: string, readonly role: string | null, readonly score: number, readonly customer: { readonly alias: string | null } | null }>, readonly gatekeepers: ReadonlyArray<{ readonly customerId: string, readonly role: string | null, readonly chains: number, readonly customer: { readonly alias: string | null } | null }> } };

export type WayFragment = { readonly probability: number, readonly formal: boolean | null, readonly steps: ReadonlyArray<{ readonly customerId: string, readonly closeness: number | null, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null }> };

export type FraudRingsQueryVariables = Exact<{ [key: string]: never; }>;


export type FraudRingsQuery = { readonly fraudRings: ReadonlyArray<{ readonly ringId: string, readonly size: number, readonly members: ReadonlyArray<string>, readonly score: number, readonly signals: ReadonlyArray<string>, readonly held: number }> };

export type HeldRewardsQueryVariables = Exact<{
  first: number;
}>;


export type HeldRewardsQuery = { readonly heldRewards: ReadonlyArray<{ readonly rewardId: string, readonly customerId: string | null, readonly score: number, readonly reasons: ReadonlyArray<string>, readonly reasonsZh: ReadonlyArray<string>, readonly at: string, readonly amountMinor: number | null, readonly currency: string | null, readonly heldAt: string, readonly releasedAt: string | null, readonly ring: string | null, readonly customer: { readonly alias: string | null } | null }> };

export type FraudQualityQueryVariables = Exact<{ [key: string]: never; }>;


export type FraudQualityQuery = { readonly fraudQuality: { readonly reviewed: number, readonly truePositives: number, readonly falsePositives: number, readonly precision: number | null, readonly recall: number | null } };

export type ReviewRewardMutationVariables = Exact<{
  reward: string;
  decision: RewardDecision;
  reason: string;
}>;


export type ReviewRewardMutation = { readonly reviewReward: { readonly status: string } };

export type CheckReferralsMutationVariables = Exact<{ [key: string]: never; }>;


export type CheckReferralsMutation = { readonly checkReferrals: { readonly suspicious: number, readonly held: number } };

export type InfluencersQueryVariables = Exact<{
  kind?: string | null | undefined;
  first: number;
}>;


export type InfluencersQuery = { readonly influencers: ReadonlyArray<{ readonly customerId: string, readonly influence: number, readonly reach: number, readonly response: number, readonly conversion: number, readonly brokerage: number, readonly degree: number, readonly conversions: number, readonly communityId: string | null, readonly roles: ReadonlyArray<string>, readonly customer: { readonly alias: string | null, readonly city: string | null } | null }> };

export type ExplainScoreQueryVariables = Exact<{
  id: string;
  customer: string;
}>;


export type ExplainScoreQuery = { readonly customer: { readonly alias: string | null } | null, readonly influence: { readonly value: number | null, readonly label: string | null, readonly why: string, readonly whyZh: string, readonly parts: ReadonlyArray<{ readonly name: string, readonly percentile: number | null, readonly weight: number | null, readonly contribution: number | null, readonly met: boolean | null, readonly why: string, readonly whyZh: string }> }, readonly roles: { readonly value: number | null, readonly label: string | null, readonly why: string, readonly whyZh: string, readonly parts: ReadonlyArray<{ readonly name: string, readonly percentile: number | null, readonly weight: number | null, readonly contribution: number | null, readonly met: boolean | null, readonly why: string, readonly whyZh: string }> }, readonly influenceTrend: ReadonlyArray<{ readonly at: string | null, readonly influence: number }> };

export type ToldFragment = { readonly value: number | null, readonly label: string | null, readonly why: string, readonly whyZh: string, readonly parts: ReadonlyArray<{ readonly name: string, readonly percentile: number | null, readonly weight: number | null, readonly contribution: number | null, readonly met: boolean | null, readonly why: string, readonly whyZh: string }> };

export type MoversQueryVariables = Exact<{
  limit: number;
}>;


export type MoversQuery = { readonly risers: ReadonlyArray<{ readonly customerId: string, readonly influence: number, readonly change: number, readonly customer: { readonly alias: string | null } | null }>, readonly fallers: ReadonlyArray<{ readonly customerId: string, readonly influence: number, readonly change: number, readonly customer: { readonly alias: string | null } | null }> };

export type JourneysQueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysQuery = { readonly journeys: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string, readonly trigger: string, readonly status: JourneyStatus, readonly version: number, readonly running: number, readonly done: number, readonly left: number }> };

export type JourneyStepsQueryVariables = Exact<{
  id: string;
}>;


export type JourneyStepsQuery = { readonly journey: { readonly id: string, readonly name: string, readonly nameZh: string, readonly status: JourneyStatus, readonly version: number, readonly steps: ReadonlyArray<{ readonly version: number, readonly step: string, readonly kind: string | null, readonly waiting: number, readonly passed: number }> | null } };

export type JourneyPeopleQueryVariables = Exact<{
  journey: string;
}>;


export type JourneyPeopleQuery = { readonly journeyPeople: ReadonlyArray<{ readonly id: string, readonly customerId: string, readonly where: string, readonly whereZh: string, readonly why: string, readonly whyZh: string, readonly customer: { readonly alias: string | null } | null }> };

export type JourneyOfQueryVariables = Exact<{
  customer: string;
}>;


export type JourneyOfQuery = { readonly journeyOf: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string, readonly version: number, readonly state: JourneyRunState, readonly why: string, readonly whyZh: string, readonly where: string, readonly whereZh: string, readonly startedAt: string, readonly steps: ReadonlyArray<{ readonly step: string, readonly at: string, readonly text: string, readonly textZh: string }> }> };

export type JourneyAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type JourneyAlertsQuery = { readonly journeyAlerts: ReadonlyArray<{ readonly id: string, readonly customerId: string, readonly journey: string, readonly text: string, readonly textZh: string, readonly at: string, readonly customer: { readonly alias: string | null } | null }> };

export type CheckJourneyQueryVariables = Exact<{
  definition: string;
}>;


export type CheckJourneyQuery = { readonly checkJourney: ReadonlyArray<{ readonly path: string, readonly text: string, readonly textZh: string }> };

export type CreateJourneyMutationVariables = Exact<{
  definition: string;
}>;


export type CreateJourneyMutation = { readonly createJourney: { readonly id: string, readonly version: number } };

export type PauseJourneyMutationVariables = Exact<{
  id: string;
}>;


export type PauseJourneyMutation = { readonly pauseJourney: { readonly id: string } };

export type ResumeJourneyMutationVariables = Exact<{
  id: string;
}>;


export type ResumeJourneyMutation = { readonly resumeJourney: { readonly id: string } };

export type ArchiveJourneyMutationVariables = Exact<{
  id: string;
}>;


export type ArchiveJourneyMutation = { readonly archiveJourney: { readonly id: string } };

export type CloseJourneyAlertMutationVariables = Exact<{
  id: string;
}>;


export type CloseJourneyAlertMutation = { readonly closeJourneyAlert: boolean };

export type HeadlineQueryVariables = Exact<{ [key: string]: never; }>;


export type HeadlineQuery = { readonly headline: ReadonlyArray<{ readonly customers: number, readonly profiled: number, readonly ties: number, readonly communities: number, readonly orders: number, readonly lastRunAt: string | null }> };

export type SpendQueryVariables = Exact<{ [key: string]: never; }>;


export type SpendQuery = { readonly spend: ReadonlyArray<{ readonly currency: string, readonly spendMinor: number }> };

export type CommunitiesQueryVariables = Exact<{
  limit: number;
}>;


export type CommunitiesQuery = { readonly topCommunities: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly topCity: string | null, readonly size: number, readonly density: number, readonly leaders: ReadonlyArray<string> }> };

export type AliasesQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  limit: number;
}>;


export type AliasesQuery = { readonly customers: ReadonlyArray<{ readonly id: string, readonly alias: string | null }> };

export type FindCustomerQueryVariables = Exact<{
  text: string;
  id: string;
  upper: string;
  upperId: string;
}>;


export type FindCustomerQuery = { readonly customers: ReadonlyArray<{ readonly id: string, readonly alias: string | null }> };

export type RfmSegmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type RfmSegmentsQuery = { readonly rfmSegments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string, readonly customers: number, readonly spendMinor: number, readonly currency: string | null }> };

export type SegmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentsQuery = { readonly segments: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly customers: number }> };

export type AudiencePreviewQueryVariables = Exact<{
  segment: string;
  purpose: ConsentPurpose;
  channel: ContactChannel;
  exact: boolean;
}>;


export type AudiencePreviewQuery = { readonly audiencePreview: { readonly inSegment: number, readonly mayBeContacted: number, readonly leftOut: ReadonlyArray<{ readonly reason: ContactReason, readonly count: number }>, readonly estimate: { readonly lookedAt: number, readonly from: number, readonly to: number } | null } };

export type PersonQueryVariables = Exact<{
  id: string;
}>;


export type PersonQuery = { readonly customer360: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly preferredChannel: ContactChannel | null, readonly language: string | null, readonly worthCurrency: string | null, readonly scores: { readonly influence: number | null, readonly degree: number | null } | null, readonly community: { readonly id: string } | null, readonly closestTies: ReadonlyArray<{ readonly customerId: string, readonly alias: string | null, readonly closeness: number | null, readonly kinds: ReadonlyArray<string> | null }>, readonly worth: { readonly clvMinor: number | null, readonly clvAlive: number | null, readonly networkValueMinor: number | null, readonly lifecycle: string | null, readonly churnProbability: number | null } | null, readonly worthExplained: ReadonlyArray<{ readonly about: string, readonly why: string, readonly whyZh: string }> } };

export type AnalyzeMutationVariables = Exact<{ [key: string]: never; }>;


export type AnalyzeMutation = { readonly analyze: { readonly runId: string } };

export type FaceFragment = { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null };

export type ReferralTreeQueryVariables = Exact<{
  customer: string;
  first: number;
}>;


export type ReferralTreeQuery = { readonly referralTree: { readonly customerId: string, readonly people: number, readonly depth: number, readonly breadth: number, readonly conversions: number, readonly notShown: number, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null, readonly value: ReadonlyArray<{ readonly currency: string, readonly valueMinor: string | number }>, readonly levels: ReadonlyArray<{ readonly level: number, readonly people: number, readonly conversions: number, readonly value: ReadonlyArray<{ readonly currency: string, readonly valueMinor: string | number }> }>, readonly members: ReadonlyArray<{ readonly customerId: string, readonly referrerId: string, readonly level: number, readonly converted: boolean, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null }> } };

export type TopReferrersQueryVariables = Exact<{
  limit: number;
}>;


export type TopReferrersQuery = { readonly topReferrers: ReadonlyArray<{ readonly customerId: string, readonly direct: number, readonly people: number, readonly conversions: number, readonly valueMinor: number, readonly currency: string | null, readonly customer: { readonly alias: string | null } | null }> };

export type StepFragment = { readonly customerId: string, readonly closeness: number | null, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null };

export type ReferralPathQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ReferralPathQuery = { readonly referralPath: { readonly exact: boolean, readonly paths: ReadonlyArray<{ readonly closeness: number, readonly steps: ReadonlyArray<{ readonly customerId: string, readonly closeness: number | null, readonly customer: { readonly alias: string | null, readonly city: string | null, readonly ageBand: string | null, readonly tier: string | null, readonly communityId: string | null, readonly influence: number | null } | null }> }> } };

export type KFactorQueryVariables = Exact<{ [key: string]: never; }>;


export type KFactorQuery = { readonly kFactor: { readonly invitations: number, readonly conversions: number, readonly customers: number, readonly conversion: number, readonly kFactor: number, readonly slope: number, readonly periods: ReadonlyArray<{ readonly period: string, readonly complete: boolean, readonly invitations: number, readonly conversions: number, readonly kFactor: number }> } };

export type PotentialReferrersQueryVariables = Exact<{
  first: number;
}>;


export type PotentialReferrersQuery = { readonly potentialReferrers: ReadonlyArray<{ readonly customerId: string, readonly score: number, readonly channels: ReadonlyArray<string>, readonly newcomers: number, readonly customer: { readonly alias: string | null } | null, readonly parts: { readonly satisfied: number, readonly active: number, readonly value: number, readonly room: number, readonly record: number } }> };

export type HiddenReferralsQueryVariables = Exact<{
  first: number;
}>;


export type HiddenReferralsQuery = { readonly hiddenReferrals: ReadonlyArray<{ readonly customerId: string, readonly firstOrderAt: string, readonly broughtBy: string, readonly recordedReferrer: string | null, readonly confidence: number, readonly customer: { readonly alias: string | null } | null }> };

export type SegmentListQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentListQuery = { readonly segmentRules: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly version: number, readonly customers: number, readonly refreshedAt: string | null, readonly archivedAt: string | null }> };

export type SegmentConditionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentConditionsQuery = { readonly segmentConditions: ReadonlyArray<{ readonly name: string, readonly group: string, readonly about: string, readonly aboutZh: string, readonly profiles: boolean, readonly forms: ReadonlyArray<ReadonlyArray<{ readonly name: string, readonly kind: string, readonly required: boolean, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly labelZh: string }>, readonly fields: ReadonlyArray<{ readonly name: string, readonly kind: string, readonly required: boolean, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly labelZh: string }> }> }>> }> };

export type SegmentShownQueryVariables = Exact<{
  id: string;
}>;


export type SegmentShownQuery = { readonly segmentRule: { readonly id: string, readonly name: string | null, readonly nameZh: string | null, readonly rule: string, readonly version: number, readonly archivedAt: string | null, readonly versions: ReadonlyArray<{ readonly number: number, readonly at: string, readonly by: string }> } };

export type SegmentPreviewQueryVariables = Exact<{
  rule: string;
}>;


export type SegmentPreviewQuery = { readonly previewSegment: { readonly customers: number, readonly notProfiled: number, readonly sample: ReadonlyArray<{ readonly customerId: string, readonly customer: { readonly alias: string | null } | null }> } };

export type SegmentPeopleQueryVariables = Exact<{
  id: string;
  limit: number;
}>;


export type SegmentPeopleQuery = { readonly segmentMembers: ReadonlyArray<{ readonly customerId: string, readonly since: string | null, readonly because: string | null, readonly customer: { readonly alias: string | null } | null }>, readonly segmentHistory: ReadonlyArray<{ readonly customerId: string, readonly since: string | null, readonly until: string | null, readonly left: string | null, readonly version: number | null, readonly customer: { readonly alias: string | null } | null }> };

export type ClustersQueryVariables = Exact<{ [key: string]: never; }>;


export type ClustersQuery = { readonly clusterRun: { readonly at: string, readonly method: ClusterMethod, readonly features: ReadonlyArray<string>, readonly customers: number, readonly leftOut: number, readonly noise: number, readonly silhouette: number | null, readonly sampled: number | null, readonly clusters: ReadonlyArray<{ readonly id: string, readonly customers: number, readonly name: string, readonly nameZh: string, readonly apart: ReadonlyArray<{ readonly feature: string, readonly mean: number, readonly overall: number, readonly deviations: number }> }> } | null };

export type SaveSegmentMutationVariables = Exact<{
  input: SegmentInput;
}>;


export type SaveSegmentMutation = { readonly createSegment: { readonly id: string, readonly customers: number, readonly version: number } };

export type ArchiveSegmentMutationVariables = Exact<{
  id: string;
}>;


export type ArchiveSegmentMutation = { readonly archiveSegment: { readonly id: string } };

export type RunClustersMutationVariables = Exact<{ [key: string]: never; }>;


export type RunClustersMutation = { readonly runClusters: { readonly at: string } };

export type KeepClusterMutationVariables = Exact<{
  cluster: string;
  segment: string;
}>;


export type KeepClusterMutation = { readonly keepCluster: { readonly id: string, readonly customers: number } };

export type SeedSetQueryVariables = Exact<{
  input: SeedSetInput;
}>;


export type SeedSetQuery = { readonly seedSet: { readonly people: number, readonly notes: ReadonlyArray<string>, readonly seeds: ReadonlyArray<{ readonly customerId: string, readonly marginalReach: number, readonly degree: number, readonly forFloor: boolean, readonly customer: { readonly alias: string | null, readonly city: string | null } | null }>, readonly reach: { readonly mean: number, readonly low: number, readonly high: number }, readonly topDegree: { readonly reach: { readonly mean: number, readonly low: number, readonly high: number }, readonly advantage: { readonly mean: number, readonly low: number, readonly high: number } }, readonly random: { readonly reach: { readonly mean: number, readonly low: number, readonly high: number }, readonly advantage: { readonly mean: number, readonly low: number, readonly high: number } }, readonly unmetFloors: ReadonlyArray<{ readonly communityId: string }> } };

export type AlternativeFragment = { readonly reach: { readonly mean: number, readonly low: number, readonly high: number }, readonly advantage: { readonly mean: number, readonly low: number, readonly high: number } };

export type ContagionQueryVariables = Exact<{
  input?: ContagionTestInput | null | undefined;
  watch: string;
  limit: number;
}>;


export type ContagionQuery = { readonly contagionTest: { readonly people: number, readonly ties: number, readonly marked: number, readonly joins: number, readonly expected: number, readonly p: number }, readonly contagion: ReadonlyArray<{ readonly customerId: string, readonly exposure: number, readonly count: number, readonly closeTies: number, readonly customer: { readonly alias: string | null } | null }> };

export type RfmGridQueryVariables = Exact<{ [key: string]: never; }>;


export type RfmGridQuery = { readonly rfmGrid: ReadonlyArray<{ readonly recency: number, readonly fm: number, readonly customers: number, readonly spendMinor: number, readonly spendCurrency: string | null, readonly segments: ReadonlyArray<string>, readonly triples: ReadonlyArray<unknown> }>, readonly rfmSegments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string, readonly currency: string | null, readonly asOf: string }> };

export type RfmMigrationQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type RfmMigrationQuery = { readonly rfmMigration: ReadonlyArray<{ readonly before: string | null, readonly after: string | null, readonly customers: number }>, readonly rfmSegments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string }> };

export type RfmSharesQueryVariables = Exact<{
  runs: number;
}>;


export type RfmSharesQuery = { readonly rfmShares: ReadonlyArray<{ readonly run: string, readonly at: string, readonly segment: string, readonly name: string | null, readonly nameZh: string | null, readonly customers: number, readonly share: number }> };

export type ClvSpreadQueryVariables = Exact<{ [key: string]: never; }>;


export type ClvSpreadQuery = { readonly clvModel: { readonly currency: string, readonly asOf: string, readonly months: number } | null, readonly clvDistribution: ReadonlyArray<{ readonly tenth: number, readonly customers: number, readonly fromMinor: number, readonly toMinor: number, readonly share: number, readonly alive: number }>, readonly clvCohorts: ReadonlyArray<{ readonly cohort: string, readonly complete: boolean, readonly customers: number, readonly clvMinor: number, readonly alive: number }> };

export type TiersQueryVariables = Exact<{
  days: number;
  limit: number;
}>;


export type TiersQuery = { readonly loyaltyTiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameZh: string, readonly customers: number, readonly share: number, readonly falling: number }>, readonly tierFalls: ReadonlyArray<{ readonly customerId: string, readonly tier: string, readonly fallsAt: string, readonly fallsTo: string, readonly keepMinor: number, readonly keepOrders: number, readonly currency: string | null, readonly customer: { readonly alias: string | null } | null }> };

export type LeavingQueryVariables = Exact<{
  least: number;
  limit: number;
}>;


export type LeavingQuery = { readonly churnRisk: ReadonlyArray<{ readonly customerId: string, readonly probability: number, readonly clvMinor: number | null, readonly warnings: ReadonlyArray<string>, readonly customer: { readonly alias: string | null } | null }>, readonly churnWarnings: ReadonlyArray<{ readonly customerId: string, readonly rule: string, readonly since: string, readonly why: string, readonly whyZh: string, readonly customer: { readonly alias: string | null } | null }>, readonly churnModel: { readonly horizonDays: number, readonly auc: number, readonly aucWithoutNetwork: number | null, readonly calibrationError: number } | null, readonly clvModel: { readonly currency: string } | null };

/** The text of an operation, which knows its answer and its variables. */
export type Operation<A, V> = string & { readonly __answer?: A; readonly __variables?: V };
export const experimentListQuery = "query ExperimentList{experiments(limit:20){id name nameZh unit metric status variants people}}" as Operation<ExperimentListQuery, ExperimentListQueryVariables>;
export const experimentResultsQuery = "query ExperimentResults($id:ID!){experimentResults(id:$id){people srm{p alarm}experiment{id name nameZh unit metric status planned}arms{variant control people communities value comparison{difference p method interval{low high}alwaysValid{low high}}byPerson{p}guardrails{metric broken}}spillOver{people difference p}verdict{kind winner text textZh}}}" as Operation<ExperimentResultsQuery, ExperimentResultsQueryVariables>;
export const createExperimentMutation = "mutation CreateExperiment($input:ExperimentInput!){createExperiment(input:$input){id}}" as Operation<CreateExperimentMutation, CreateExperimentMutationVariables>;
export const startExperimentMutation = "mutation StartExperiment($id:ID!){startExperiment(id:$id){assigned leftOut planned}}" as Operation<StartExperimentMutation, StartExperimentMutationVariables>;
export const stopExperimentMutation = "mutation StopExperiment($id:ID!){stopExperiment(id:$id){id}}" as Operation<StopExperimentMutation, StopExperimentMutationVariables>;
export const attributionQuery = "query Attribution($model:AttributionModel!$by:AttributionGrouping!){attribution(model:$model by:$by){currency attributed credited unattributed windowDays credits{touchPoint name nameZh touches conversions share valueMinor costMinor cacMinor roi}}}" as Operation<AttributionQuery, AttributionQueryVariables>;
export const referralProgrammesQuery = "query ReferralProgrammes{referralProgrammes(limit:10){id name nameZh status currency codes sent redeemed converted pendingMinor heldMinor grantedMinor refusedMinor paidMinor revenueMinor costMinor perReferral roi}}" as Operation<ReferralProgrammesQuery, ReferralProgrammesQueryVariables>;
export const referralLeaderboardQuery = "query ReferralLeaderboard($programme:String!){referralLeaderboard(programme:$programme limit:10){customerId customer{alias}conversions rewardMinor currency}}" as Operation<ReferralLeaderboardQuery, ReferralLeaderboardQueryVariables>;
export const simulateProgrammeQuery = "query SimulateProgramme($rule:ProgrammeRuleInput!){simulateProgramme(rule:$rule){currency referrals converted rewards amountMinor limited heldRewards heldMinor revenueMinor perReferralMinor roi levels{level rewards amountMinor}held{customerId customer{alias}rewards amountMinor score}}}" as Operation<SimulateProgrammeQuery, SimulateProgrammeQueryVariables>;
export const createProgrammeMutation = "mutation CreateProgramme($input:ReferralProgrammeInput!){createProgramme(input:$input){id}}" as Operation<CreateProgrammeMutation, CreateProgrammeMutationVariables>;
export const startProgrammeMutation = "mutation StartProgramme($id:ID!){startProgramme(id:$id){id}}" as Operation<StartProgrammeMutation, StartProgrammeMutationVariables>;
export const stopProgrammeMutation = "mutation StopProgramme($id:ID!){stopProgramme(id:$id){id}}" as Operation<StopProgrammeMutation, StopProgrammeMutationVariables>;
export const campaignsQuery = "query Campaigns($limit:Int!){campaignList(first:$limit){id name nameZh status channel startedAt endedAt}}" as Operation<CampaignsQuery, CampaignsQueryVariables>;
export const campaignChoicesQuery = "query CampaignChoices{segments{id name nameZh customers}topCommunities(limit:200){id name nameZh topCity size}campaignList(first:100){id name nameZh}}" as Operation<CampaignChoicesQuery, CampaignChoicesQueryVariables>;
export const campaignReachQuery = "query CampaignReach($campaign:ID!$exact:Boolean!){campaignReach(campaign:$campaign sample:0 exact:$exact){inAudience excluded mayBeContacted channels{channel count costMinor currency problem}leftOut{reason count}estimate{lookedAt from to}}}" as Operation<CampaignReachQuery, CampaignReachQueryVariables>;
export const sendTestMutation = "mutation SendTest($input:SendTestInput!){sendTest(input:$input){state problem adapter}}" as Operation<SendTestMutation, SendTestMutationVariables>;
export const campaignReportQuery = "query CampaignReport($id:ID!){segments{id name nameZh}campaign(id:$id){id name nameZh purpose channel channels segment community named excludeSegments excludeCampaigns priority scheduled status pausedBecause startsAt startedAt endedAt costMinor spentMinor budgetMinor currency touched converted valueMinor valueCurrency states{state count}variants{id name share subject text subjectZh textZh touched valueMinor results{what count of rate low high}}}}" as Operation<CampaignReportQuery, CampaignReportQueryVariables>;
export const touchesQuery = "query Touches($campaign:ID!$state:TouchState$first:Int!$after:String!){touches(campaign:$campaign state:$state first:$first after:$after){id customerId variant channel state reason problem at notBefore sentAt}}" as Operation<TouchesQuery, TouchesQueryVariables>;
export const previewMessageQuery = "query PreviewMessage($campaign:ID!$customer:ID!){previewMessage(campaign:$campaign customer:$customer){variant subject text}}" as Operation<PreviewMessageQuery, PreviewMessageQueryVariables>;
export const createCampaignMutation = "mutation CreateCampaign($input:CreateCampaignInput!){createCampaign(input:$input){id}}" as Operation<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const approveCampaignMutation = "mutation ApproveCampaign($id:ID!){approveCampaign(id:$id){id status}}" as Operation<ApproveCampaignMutation, ApproveCampaignMutationVariables>;
export const launchCampaignMutation = "mutation LaunchCampaign($id:ID!){launchCampaign(id:$id){touched waiting inSegment leftOut{reason count}}}" as Operation<LaunchCampaignMutation, LaunchCampaignMutationVariables>;
export const pauseCampaignMutation = "mutation PauseCampaign($id:ID!){pauseCampaign(id:$id){id status}}" as Operation<PauseCampaignMutation, PauseCampaignMutationVariables>;
export const resumeCampaignMutation = "mutation ResumeCampaign($id:ID!){resumeCampaign(id:$id){id status}}" as Operation<ResumeCampaignMutation, ResumeCampaignMutationVariables>;
export const stopCampaignMutation = "mutation StopCampaign($id:ID!){stopCampaign(id:$id){id status}}" as Operation<StopCampaignMutation, StopCampaignMutationVariables>;
export const replayCampaignMutation = "mutation ReplayCampaign($id:ID!$what:Replay!){replayCampaign(id:$id what:$what)}" as Operation<ReplayCampaignMutation, ReplayCampaignMutationVariables>;
export const communityProfileQuery = "query CommunityProfile($id:ID!){communityProfile(id:$id){id name nameZh since size ties density consentMarketing value{currency orders spendMinor buyers}leaders{customerId influence}segments{segment members share}topics{kind topic topicZh share lift}}communityHistory(id:$id){at size}segments{id name nameZh customers}}" as Operation<CommunityProfileQuery, CommunityProfileQueryVariables>;
export const communityChangesQuery = "query CommunityChanges{communityChanges(limit:200){kind from into members at}}" as Operation<CommunityChangesQuery, CommunityChangesQueryVariables>;
export const companiesQuery = "query Companies{companies(limit:500 sort:[{name:ASC}]){id name nameZh city}}" as Operation<CompaniesQuery, CompaniesQueryVariables>;
export const companyNetworkQuery = "query CompanyNetwork($limit:Int!){companyNetwork(limit:$limit){companyId name nameZh otherId otherName otherNameZh shared referrals ties}}" as Operation<CompanyNetworkQuery, CompanyNetworkQueryVariables>;
export const decisionChainQuery = "query DecisionChain($company:ID!){decisionChain(company:$company first:5){companyId name nameZh notShown decisionMaker{customerId customer{alias}role}people{customerId customer{alias}role}chains{...way}waysIn{...way}influencers{customerId customer{alias}role score}gatekeepers{customerId customer{alias}role chains}}}fragment way on DecisionPath{probability formal steps{...step}}fragment face on Customer{alias city ageBand tier communityId influence}fragment step on ReferralStep{customerId closeness customer{...face}}" as Operation<DecisionChainQuery, DecisionChainQueryVariables>;
export const fraudRingsQuery = "query FraudRings{fraudRings(first:20){ringId size members score signals held}}" as Operation<FraudRingsQuery, FraudRingsQueryVariables>;
export const heldRewardsQuery = "query HeldRewards($first:Int!){heldRewards(first:$first){rewardId customerId customer{alias}score reasons reasonsZh at amountMinor currency heldAt releasedAt ring}}" as Operation<HeldRewardsQuery, HeldRewardsQueryVariables>;
export const fraudQualityQuery = "query FraudQuality{fraudQuality{reviewed truePositives falsePositives precision recall}}" as Operation<FraudQualityQuery, FraudQualityQueryVariables>;
export const reviewRewardMutation = "mutation ReviewReward($reward:ID!$decision:RewardDecision!$reason:String!){reviewReward(reward:$reward decision:$decision reason:$reason){status}}" as Operation<ReviewRewardMutation, ReviewRewardMutationVariables>;
export const checkReferralsMutation = "mutation CheckReferrals{checkReferrals{suspicious held}}" as Operation<CheckReferralsMutation, CheckReferralsMutationVariables>;
export const influencersQuery = "query Influencers($kind:String$first:Int!){influencers(kind:$kind first:$first){customerId influence reach response conversion brokerage degree conversions communityId roles customer{alias city}}}" as Operation<InfluencersQuery, InfluencersQueryVariables>;
export const explainScoreQuery = "query ExplainScore($id:ID!$customer:ID!){customer(id:$id){alias}influence:explainScore(customer:$id score:INFLUENCE){...told}roles:explainScore(customer:$id score:ROLES){...told}influenceTrend(customer:$customer){at influence}}fragment told on ScoreExplanation{value label why whyZh parts{name percentile weight contribution met why whyZh}}" as Operation<ExplainScoreQuery, ExplainScoreQueryVariables>;
export const moversQuery = "query Movers($limit:Int!){risers(limit:$limit){customerId influence change customer{alias}}fallers(limit:$limit){customerId influence change customer{alias}}}" as Operation<MoversQuery, MoversQueryVariables>;
export const journeysQuery = "query Journeys{journeys{id name nameZh trigger status version running done left}}" as Operation<JourneysQuery, JourneysQueryVariables>;
export const journeyStepsQuery = "query JourneySteps($id:ID!){journey(id:$id){id name nameZh status version steps{version step kind waiting passed}}}" as Operation<JourneyStepsQuery, JourneyStepsQueryVariables>;
export const journeyPeopleQuery = "query JourneyPeople($journey:ID!){journeyPeople(journey:$journey state:RUNNING first:20){id customerId customer{alias}where whereZh why whyZh}}" as Operation<JourneyPeopleQuery, JourneyPeopleQueryVariables>;
export const journeyOfQuery = "query JourneyOf($customer:ID!){journeyOf(customer:$customer){id name nameZh version state why whyZh where whereZh startedAt steps{step at text textZh}}}" as Operation<JourneyOfQuery, JourneyOfQueryVariables>;
export const journeyAlertsQuery = "query JourneyAlerts{journeyAlerts(first:20){id customerId customer{alias}journey text textZh at}}" as Operation<JourneyAlertsQuery, JourneyAlertsQueryVariables>;
export const checkJourneyQuery = "query CheckJourney($definition:String!){checkJourney(definition:$definition){path text textZh}}" as Operation<CheckJourneyQuery, CheckJourneyQueryVariables>;
export const createJourneyMutation = "mutation CreateJourney($definition:String!){createJourney(definition:$definition){id version}}" as Operation<CreateJourneyMutation, CreateJourneyMutationVariables>;
export const pauseJourneyMutation = "mutation PauseJourney($id:ID!){pauseJourney(id:$id){id}}" as Operation<PauseJourneyMutation, PauseJourneyMutationVariables>;
export const resumeJourneyMutation = "mutation ResumeJourney($id:ID!){resumeJourney(id:$id){id}}" as Operation<ResumeJourneyMutation, ResumeJourneyMutationVariables>;
export const archiveJourneyMutation = "mutation ArchiveJourney($id:ID!){archiveJourney(id:$id){id}}" as Operation<ArchiveJourneyMutation, ArchiveJourneyMutationVariables>;
export const closeJourneyAlertMutation = "mutation CloseJourneyAlert($id:ID!){closeJourneyAlert(id:$id)}" as Operation<CloseJourneyAlertMutation, CloseJourneyAlertMutationVariables>;
export const headlineQuery = "query Headline{headline{customers profiled ties communities orders lastRunAt}}" as Operation<HeadlineQuery, HeadlineQueryVariables>;
export const spendQuery = "query Spend{spend{currency spendMinor}}" as Operation<SpendQuery, SpendQueryVariables>;
export const communitiesQuery = "query Communities($limit:Int!){topCommunities(limit:$limit){id name nameZh topCity size density leaders}}" as Operation<CommunitiesQuery, CommunitiesQueryVariables>;
export const aliasesQuery = "query Aliases($ids:[ID!]!$limit:Int!){customers(where:{id:{in:$ids}}limit:$limit){id alias}}" as Operation<AliasesQuery, AliasesQueryVariables>;
export const findCustomerQuery = "query FindCustomer($text:String!$id:ID!$upper:String!$upperId:ID!){customers(where:{OR:[{id:{eq:$id}}{id:{eq:$upperId}}{alias:{eq:$text}}{alias:{eq:$upper}}]}limit:1){id alias}}" as Operation<FindCustomerQuery, FindCustomerQueryVariables>;
export const rfmSegmentsQuery = "query RfmSegments{rfmSegments{id name nameZh customers spendMinor currency}}" as Operation<RfmSegmentsQuery, RfmSegmentsQueryVariables>;
export const segmentsQuery = "query Segments{segments{id name nameZh customers}}" as Operation<SegmentsQuery, SegmentsQueryVariables>;
export const audiencePreviewQuery = "query AudiencePreview($segment:ID!$purpose:ConsentPurpose!$channel:ContactChannel!$exact:Boolean!){audiencePreview(segment:$segment purpose:$purpose channel:$channel exact:$exact){inSegment mayBeContacted leftOut{reason count}estimate{lookedAt from to}}}" as Operation<AudiencePreviewQuery, AudiencePreviewQueryVariables>;
export const personQuery = "query Person($id:ID!){customer360(id:$id ties:6 latest:0){alias city ageBand tier preferredChannel language scores{influence degree}community{id}closestTies{customerId alias closeness kinds}worthCurrency worth{clvMinor clvAlive networkValueMinor lifecycle churnProbability}worthExplained{about why whyZh}}}" as Operation<PersonQuery, PersonQueryVariables>;
export const analyzeMutation = "mutation Analyze{analyze{runId}}" as Operation<AnalyzeMutation, AnalyzeMutationVariables>;
export const referralTreeQuery = "fragment face on Customer{alias city ageBand tier communityId influence}query ReferralTree($customer:ID!$first:Int!){referralTree(customer:$customer first:$first){customerId customer{...face}people depth breadth conversions value{currency valueMinor}levels{level people conversions value{currency valueMinor}}members{customerId customer{...face}referrerId level converted}notShown}}" as Operation<ReferralTreeQuery, ReferralTreeQueryVariables>;
export const topReferrersQuery = "query TopReferrers($limit:Int!){topReferrers(limit:$limit){customerId customer{alias}direct people conversions valueMinor currency}}" as Operation<TopReferrersQuery, TopReferrersQueryVariables>;
export const referralPathQuery = "fragment face on Customer{alias city ageBand tier communityId influence}fragment step on ReferralStep{customerId closeness customer{...face}}query ReferralPath($from:ID!$to:ID!){referralPath(from:$from to:$to k:3){paths{closeness steps{...step}}exact}}" as Operation<ReferralPathQuery, ReferralPathQueryVariables>;
export const kFactorQuery = "query KFactor{kFactor{invitations conversions customers conversion kFactor slope periods{period complete invitations conversions kFactor}}}" as Operation<KFactorQuery, KFactorQueryVariables>;
export const potentialReferrersQuery = "query PotentialReferrers($first:Int!){potentialReferrers(first:$first){customerId customer{alias}score parts{satisfied active value room record}channels newcomers}}" as Operation<PotentialReferrersQuery, PotentialReferrersQueryVariables>;
export const hiddenReferralsQuery = "query HiddenReferrals($first:Int!){hiddenReferrals(first:$first){customerId customer{alias}firstOrderAt broughtBy recordedReferrer confidence}}" as Operation<HiddenReferralsQuery, HiddenReferralsQueryVariables>;
export const segmentListQuery = "query SegmentList{segmentRules{id name nameZh version customers refreshedAt archivedAt}}" as Operation<SegmentListQuery, SegmentListQueryVariables>;
export const segmentConditionsQuery = "query SegmentConditions{segmentConditions{name group about aboutZh profiles forms{name kind required options{value label labelZh}fields{name kind required options{value label labelZh}}}}}" as Operation<SegmentConditionsQuery, SegmentConditionsQueryVariables>;
export const segmentShownQuery = "query SegmentShown($id:ID!){segmentRule(id:$id){id name nameZh rule version archivedAt versions{number at by}}}" as Operation<SegmentShownQuery, SegmentShownQueryVariables>;
export const segmentPreviewQuery = "query SegmentPreview($rule:String!){previewSegment(rule:$rule sample:8){customers notProfiled sample{customerId customer{alias}}}}" as Operation<SegmentPreviewQuery, SegmentPreviewQueryVariables>;
export const segmentPeopleQuery = "query SegmentPeople($id:ID!$limit:Int!){segmentMembers(id:$id limit:$limit){customerId customer{alias}since because}segmentHistory(id:$id limit:$limit){customerId customer{alias}since until left version}}" as Operation<SegmentPeopleQuery, SegmentPeopleQueryVariables>;
export const clustersQuery = "query Clusters{clusterRun{at method features customers leftOut noise silhouette sampled clusters{id customers name nameZh apart{feature mean overall deviations}}}}" as Operation<ClustersQuery, ClustersQueryVariables>;
export const saveSegmentMutation = "mutation SaveSegment($input:SegmentInput!){createSegment(input:$input){id customers version}}" as Operation<SaveSegmentMutation, SaveSegmentMutationVariables>;
export const archiveSegmentMutation = "mutation ArchiveSegment($id:ID!){archiveSegment(id:$id){id}}" as Operation<ArchiveSegmentMutation, ArchiveSegmentMutationVariables>;
export const runClustersMutation = "mutation RunClusters{runClusters{at}}" as Operation<RunClustersMutation, RunClustersMutationVariables>;
export const keepClusterMutation = "mutation KeepCluster($cluster:ID!$segment:ID!){keepCluster(cluster:$cluster segment:$segment){id customers}}" as Operation<KeepClusterMutation, KeepClusterMutationVariables>;
export const seedSetQuery = "query SeedSet($input:SeedSetInput!){seedSet(input:$input){seeds{customerId customer{alias city}marginalReach degree forFloor}reach{mean low high}topDegree{...alternative}random{...alternative}people unmetFloors{communityId}notes}}fragment alternative on SeedAlternative{reach{mean low high}advantage{mean low high}}" as Operation<SeedSetQuery, SeedSetQueryVariables>;
export const contagionQuery = "query Contagion($input:ContagionTestInput$watch:String!$limit:Int!){contagionTest(input:$input){people ties marked joins expected p}contagion(watch:$watch limit:$limit){customerId customer{alias}exposure count closeTies}}" as Operation<ContagionQuery, ContagionQueryVariables>;
export const rfmGridQuery = "query RfmGrid{rfmGrid{recency fm customers spendMinor spendCurrency segments triples}rfmSegments{id name nameZh currency asOf}}" as Operation<RfmGridQuery, RfmGridQueryVariables>;
export const rfmMigrationQuery = "query RfmMigration($from:DateTime!$to:DateTime!){rfmMigration(from:$from to:$to){before after customers}rfmSegments{id name nameZh}}" as Operation<RfmMigrationQuery, RfmMigrationQueryVariables>;
export const rfmSharesQuery = "query RfmShares($runs:Int!){rfmShares(runs:$runs){run at segment name nameZh customers share}}" as Operation<RfmSharesQuery, RfmSharesQueryVariables>;
export const clvSpreadQuery = "query ClvSpread{clvModel{currency asOf months}clvDistribution{tenth customers fromMinor toMinor share alive}clvCohorts{cohort complete customers clvMinor alive}}" as Operation<ClvSpreadQuery, ClvSpreadQueryVariables>;
export const tiersQuery = "query Tiers($days:Int!$limit:Int!){loyaltyTiers{id name nameZh customers share falling}tierFalls(days:$days limit:$limit){customerId customer{alias}tier fallsAt fallsTo keepMinor keepOrders currency}}" as Operation<TiersQuery, TiersQueryVariables>;
export const leavingQuery = "query Leaving($least:Float!$limit:Int!){churnRisk(least:$least limit:$limit){customerId customer{alias}probability clvMinor warnings}churnWarnings(limit:$limit){customerId customer{alias}rule since why whyZh}churnModel{horizonDays auc aucWithoutNetwork calibrationError}clvModel{currency}}" as Operation<LeavingQuery, LeavingQueryVariables>;

/** The pictures of the library, each with the names of its parameters. */
export interface Pictures {
  readonly 'analysis/bridges': 'minBetweenness' | 'minParticipation' | 'limit';
  readonly 'analysis/communities': 'community' | 'limit';
  readonly 'analysis/community-profile': 'community' | 'limit';
  readonly 'analysis/contagion': 'customerId' | 'days' | 'minCloseness' | 'limit';
  readonly 'analysis/degrees-of': 'customerId' | 'limit';
  readonly 'analysis/influencers': 'kind' | 'community' | 'segment' | 'first' | 'ties';
  readonly 'analysis/interest-circles': 'interest' | 'community' | 'limit';
  readonly 'analysis/seeds': 'customerIds' | 'ties';
  readonly 'fraud/rings': 'first' | 'ties';
  readonly 'insight/customer-ego': 'customerId' | 'limit';
  readonly 'network/company-network': 'company' | 'limit';
  readonly 'network/company-staff': 'company' | 'limit';
  readonly 'network/overview': 'people' | 'ties';
  readonly 'network/referral-tree': 'customer' | 'limit';
  readonly 'network/scene/brought-them': 'nodes' | 'limit';
  readonly 'network/scene/same-community': 'nodes' | 'each';
  readonly 'network/scene/ties-at-risk': 'nodes' | 'minCloseness' | 'days' | 'limit';
  readonly 'network/scene/ways-between': 'nodes' | 'limit';
  readonly 'network/scene/ways-to': 'nodes' | 'from' | 'limit';
  readonly 'network/ties-of': 'customer' | 'limit';
  readonly 'value/rfm-segments': 'each';
  readonly 'value/rfm': 'segment' | 'limit';
}
