import { type Operations, operationNamed, operationsOf } from '../api/gate/operations.js';
import { loadLibrary } from '../graph/library/library.js';
import { type Declared, operator, requireAllowed } from '../security/index.js';

/**
 * The operation that each command is a door to, whose roles hold for the command line's own role too. A command that is
 * named neither here nor below is for admin.
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

/**
 * Throws FORBIDDEN unless the operation that the command is a door to, like `rights export`, is for the command line's
 * viewer.
 */
export function requireCommand(command: string): void {
  if (!OF_ITSELF.includes(command)) requireAllowed(operator(), doorOf(command, operationsOf(loadLibrary())));
}

/** The operation of a command; one of its own, for admin, where it is no operation of the API. */
export function doorOf(command: string, operations: Operations): Declared {
  const name = Object.hasOwn(COMMAND_OPERATIONS, command) ? COMMAND_OPERATIONS[command] : undefined;
  return name === undefined ? ownOf(command) : operationNamed(operations, name, `guanxi ${command}`);
}

function ownOf(command: string): Declared {
  return { name: `guanxi ${command}`, roles: ['admin'], limited: false };
}
