import {
  closeJourneyAlert,
  faultsOf,
  journeyAlerts,
  journeyById,
  journeyPeople,
  journeys,
  journeysOfCustomer,
  peopleAsked,
  saveJourney,
  turnJourney,
} from '../../../campaigns/index.js';
import { checked } from '../../../kernel/checked.js';
import { AppError } from '../../../kernel/error.js';
import { plural } from '../../../kernel/plural.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, number, option } from '../../options.js';
import { readYamlFile } from '../../yaml-input.js';

const file = argument('<file>', 'YAML or JSON, like those in seed/journeys');
const journey = argument('<id>', 'id of a journey');

const turning = (turn: 'pause' | 'resume' | 'archive', about: string) =>
  command<{ id: string }>({
    ...{ name: `journeys ${turn}`, about, example: `journeys ${turn} birthday`, door: `${turn}Journey` },
    args: [journey],
    formats: [],
    answer: async (services, { id }) => said(await turnJourney(services, id, turn)),
  });

const said = ({ id, version, status, running }: Awaited<ReturnType<typeof journeyById>>) => ({
  said: `${id}: version ${version}, ${status}, ${running} customers in it`,
});

const LIKE = 'seed/journeys/birthday.yaml';

/** `guanxi journeys …`: what customers go through by themselves. */
export const JOURNEYS = [
  command({
    name: 'journeys list',
    about: 'list the journeys, what begins each and how many are in it',
    example: 'journeys list',
    door: 'journeys',
    answer: async (services) => ({
      rows: (await journeys(services)).map(({ id, name, trigger, status, version, running, done, left }) => {
        return { id, name, trigger, status, version, running, done, left };
      }),
    }),
  }),
  command<{ id: string }>({
    name: 'journeys show',
    about: 'show the steps of a journey, and how many are at each',
    example: 'journeys show birthday',
    door: 'journey',
    args: [journey],
    formats: TABLE_OR_JSON,
    answer: async (services, { id }) => {
      const whole = await journeyById(services, id);
      return { whole, rows: whole.steps, ...said(whole) };
    },
  }),
  command<{ file: string; start?: boolean }>({
    name: 'journeys create',
    about: 'make a journey from a file, paused until it is resumed; a changed file is a new version',
    example: 'journeys create seed/journeys/birthday.yaml',
    door: 'createJourney',
    args: [file],
    options: [option('--start', 'let it run at once')],
    formats: [],
    answer: async (services, { file: path, start = false }) => {
      const saved = await saveJourney(services, readYamlFile(path, LIKE));
      return said(start ? await turnJourney(services, saved.id, 'resume') : saved);
    },
  }),
  command<{ file: string }>({
    name: 'journeys check',
    about: 'check a file, and tell everything that is wrong with it at once',
    example: 'journeys check seed/journeys/birthday.yaml',
    door: 'checkJourney',
    args: [file],
    answer: async (_services, { file: path }) => {
      const faults = faultsOf(readYamlFile(path, LIKE));
      if (faults.length === 0) return { rows: [], said: `${path} may be saved` };
      const failure = new AppError(
        'INPUT',
        `${path} has ${faults.length} ${plural(faults.length, 'fault')}`,
        'correct the named places',
      );
      return { whole: faults, rows: faults.map(({ path: field, text }) => ({ field, text })), failure };
    },
  }),
  turning('pause', 'let nobody begin a journey or go on in it until it is resumed'),
  turning('resume', 'let a journey run from now on'),
  turning('archive', 'end a journey: everybody leaves it'),
  command<{ id: string; step?: string; state?: string; first?: number; after?: string }>({
    name: 'journeys people',
    about: 'list who is in a journey, and where',
    example: 'journeys people birthday --state RUNNING',
    door: 'journeyPeople',
    args: [journey],
    options: [
      option('--step <step>', 'only those at this step'),
      option('--state <state>', 'only RUNNING, DONE or LEFT'),
      number('--first <n>', 'how many, 1 to 500', 100),
      option('--after <run>', 'id of the last of the page before'),
    ],
    answer: async (services, { id, ...asked }) => {
      const rows = await journeyPeople(services, checked(peopleAsked, { ...asked, journey: id }, 'journeys people'));
      return {
        rows: rows.map(({ customerId, version, state, step, where }) => ({ customerId, version, state, step, where })),
      };
    },
  }),
  command<{ customer: string }>({
    name: 'journeys person',
    about: "explain a customer's journeys: why, where they are, and what came of each step",
    example: 'journeys person C000001',
    door: 'journeyOf',
    args: [argument('<customer>', 'id of the customer')],
    formats: TABLE_OR_JSON,
    answer: async (services, { customer }) => {
      const whole = await journeysOfCustomer(services, customer);
      const rows = whole.map(({ journeyId, version, state, why, where, steps }) => {
        return { journey: journeyId, version, state, why, where, steps: steps.map((one) => one.step).join(' → ') };
      });
      return { whole, rows };
    },
  }),
  command<{ first: number }>({
    name: 'journeys alerts',
    about: 'list what journeys tell colleagues about customers, and nobody closed yet',
    example: 'journeys alerts',
    door: 'journeyAlerts',
    options: [number('--first <n>', 'how many, 1 to 500', 100)],
    answer: async (services, { first }) => ({ rows: await journeyAlerts(services, first) }),
  }),
  command<{ id: string }>({
    name: 'journeys close-alert',
    about: 'note that somebody saw to an alert',
    example: 'journeys close-alert a1',
    door: 'closeJourneyAlert',
    args: [argument('<id>', 'id of the alert')],
    formats: [],
    answer: async (services, { id }) => {
      await closeJourneyAlert(services, id);
      return { said: 'closed' };
    },
  }),
];
