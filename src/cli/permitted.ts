import { operator, requireOperation, requireRole } from '../security/index.js';

/**
 * The operation of the policy that each command is, so that one who narrows `commandLine` in the policy narrows the commands too.
 * A command that is named neither here nor below is for admin.
 */
export const COMMAND_OPERATIONS: Readonly<Record<string, string>> = {
  analyze: 'analyze',
  rfm: 'rescoreRfm',
  influencers: 'influencers',
  explain: 'explainScore',
  fraud: 'checkReferrals',
  seeds: 'seedSet',
  contagion: 'contagion',
  company: 'companyNetwork',
  communities: 'topCommunities',
  trend: 'influenceTrend',
  'referral tree': 'referralTree',
  'referral path': 'referralPath',
  'referral hidden': 'hiddenReferrals',
  'referral k-factor': 'kFactor',
  'referral ask': 'potentialReferrers',
  'preferences link': 'preferenceLink',
  'publish table': 'publishTable',
  'publish network': 'publishNetwork',
  'publish number': 'publishStatistic',
  'publish budget': 'publishBudget',
  find: 'searchCustomers',
  'audit verify': 'auditState',
  'jobs list': 'jobs',
  'audit list': 'auditEntries',
  'audit alerts': 'checkAccess',
  'privacy records': 'recordsOfProcessing',
  'privacy score': 'complianceScore',
  'privacy breach': 'breachReport',
  retention: 'applyRetention',
  'rights requests': 'dataRequests',
  'rights open': 'openRequest',
  'rights identify': 'identifyRequest',
  'rights fulfil': 'fulfilRequest',
  'rights refuse': 'refuseRequest',
  'rights restrict': 'restrictPerson',
  'rights verify': 'verifyErasure',
  'rights welcome': 'welcomeBack',
  'rights export': 'exportPerson',
};

/** Commands that show nothing of people: they bring the product up, or tell of itself. */
const OF_ITSELF = [
  ...['start', 'serve', 'migrate', 'generate', 'world', 'bench', 'db start', 'db stop', 'db status'],
  ...['cypher list', 'cypher show', 'cypher open', 'policy show', 'policy check', 'policy diff', 'keys status'],
  'cypher run', // says by the statement who may
];

/** Throws FORBIDDEN unless the policy lets the command line's viewer run the command, like `rights export`. */
export function requireCommand(command: string): void {
  if (OF_ITSELF.includes(command)) return;
  const operation = Object.hasOwn(COMMAND_OPERATIONS, command) ? COMMAND_OPERATIONS[command] : undefined;
  if (operation === undefined) requireRole(operator(), 'admin');
  else requireOperation(operator(), operation);
}
