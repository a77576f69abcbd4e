import type { Command } from '../command.js';
import { generateCommand } from '../generate.js';
import { ATTRIBUTION } from './acting/attribution.js';
import { BANDIT } from './acting/bandit.js';
import { CAMPAIGN } from './acting/campaign.js';
import { CAMPAIGN_SENDING } from './acting/campaign-sending.js';
import { EXPERIMENT } from './acting/experiment.js';
import { JOURNEYS } from './acting/journeys.js';
import { PROGRAMME } from './acting/programme.js';
import { ANALYZE } from './analyze.js';
import { BUILD } from './build.js';
import { CYPHER } from './cypher.js';
import { DB } from './db.js';
import { FRAUD } from './fraud.js';
import { IMPORT } from './import.js';
import { INFLUENCE } from './influence.js';
import { JOB_COMMANDS } from './jobs.js';
import { MCP } from './mcp.js';
import { PACKS } from './packs.js';
import { ACCESS } from './people/access.js';
import { AUDIT, FIND } from './people/audit.js';
import { KEYS } from './people/keys.js';
import { POLICY } from './people/policy.js';
import { PRIVACY } from './people/privacy.js';
import { PUBLISH } from './people/publish.js';
import { PUBLISH_NUMBERS } from './people/publish-numbers.js';
import { RIGHTS } from './people/rights.js';
import { REFERRAL } from './referral.js';
import { SERVER } from './server.js';
import { SPREAD } from './spread.js';
import { CHURN } from './value/churn.js';
import { CLUSTERS } from './value/clusters.js';
import { RFM } from './value/rfm.js';
import { SEGMENTS } from './value/segments.js';
import { TIERS } from './value/tiers.js';
import { VALUE } from './value/value.js';

/** Every command of `guanxi`, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  ...SERVER,
  ...IMPORT,
  ...ANALYZE,
  ...RFM,
  ...VALUE,
  ...CHURN,
  ...TIERS,
  ...INFLUENCE,
  ...REFERRAL,
  ...CAMPAIGN,
  ...CAMPAIGN_SENDING,
  ...EXPERIMENT,
  ...PROGRAMME,
  ...BANDIT,
  ...ATTRIBUTION,
  ...JOURNEYS,
  ...SPREAD,
  ...FRAUD,
  ...SEGMENTS,
  ...CLUSTERS,
  ...CYPHER,
  ...PACKS,
  ...MCP,
  ...PUBLISH,
  ...PUBLISH_NUMBERS,
  ...PRIVACY,
  ...RIGHTS,
  ...FIND,
  ...AUDIT,
  ...ACCESS,
  ...POLICY,
  ...JOB_COMMANDS,
  ...KEYS,
  ...DB,
  generateCommand(() => COMMANDS),
  ...BUILD,
];

/** What the commands of a first word do together. */
export const GROUPS: Readonly<Record<string, string>> = {
  audit: 'check, anchor and list who opened, changed or exported what',
  bandit: 'let variants be chosen by what came of them, and replay logs',
  bloom: 'write the graph for Neo4j Bloom',
  browser: 'write the graph for Neo4j Browser',
  campaign: 'make, start, follow and stop campaigns',
  clusters: 'find customers who are alike, and keep a group of them as a segment',
  churn: 'list, explain and score who may leave',
  clv: 'show and score what customers are worth',
  cypher: 'list, show and run the Cypher library: every question and change of the product',
  db: 'start, stop, back up and reset the database alone',
  experiment: 'make, start, follow and stop experiments: A/B/n by persons or by whole communities',
  fraud: 'check referrals for fraud, and decide on rewards that are held',
  jobs: 'list and run the work that servers do by themselves',
  journeys: 'make, check, start, follow and stop what customers go through by themselves',
  keys: 'show, rotate and retire the keys that seal personal data',
  neodash: 'write the graph for NeoDash',
  policy: 'show, check and compare who may see and do what',
  preferences: "link to customers' own pages of data and choices",
  privacy: 'show records of processing, how well duties are kept, and breaches',
  propensity: 'measure and show who is likely to buy of a category',
  programme: 'make, run and measure referral programmes: codes, rewards, limits',
  publish: 'publish tables, numbers and pictures in which nobody can be found',
  referral: 'show referrals: trees, hidden chains, introduction paths, K-factor',
  rights: 'handle what people ask about their data: copies, corrections, erasure',
  segments: 'make, test and list segments by rules, their members and moves',
  tiers: 'score loyalty tiers by rules, and list who will fall',
  tokens: 'make, list, expire and revoke tokens of users and services',
  value: 'list and make RFM models, and show how segments change',
  users: 'add, list and remove users, and change their roles',
};
