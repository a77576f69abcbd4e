import {
  createExperiment,
  type ExperimentInput,
  experimentOf,
  experimentPlan,
  experimentResults,
  METRIC_NAMES,
  startExperiment,
  stopExperiment,
} from '../../../campaigns/index.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, choice, number, option } from '../../options.js';

interface Making extends Omit<ExperimentInput, 'variants' | 'guardrails'> {
  readonly variants?: string[];
  readonly guardrails?: string[];
}

/** `guanxi experiment …`: compare variants by persons or by communities. */
export const EXPERIMENT = [
  command<Making>({
    name: 'experiment create',
    about: 'make an experiment of its own, or over the variants of a campaign, as a draft',
    example: 'experiment create menu --name Menu --segment all --variants control=0.5 photo=0.5 --unit COMMUNITY',
    door: 'createExperiment',
    args: [argument('<id>')],
    options: [
      option('--name <name>', 'its id when not given'),
      option('--name-zh <name>', 'its name in Chinese'),
      option('--campaign <id>', 'tests the variants of this campaign'),
      option('--segment <id>', 'a segment, or all'),
      option('--variants <name=share...>', 'the control first; control and variant of half each when not given'),
      choice('--unit <unit>', 'who draws', ['PERSON', 'COMMUNITY']),
      choice('--metric <metric>', 'what decides', METRIC_NAMES),
      option('--guardrails <metrics...>', 'what must not get worse'),
      number('--effect <share>', 'relative change to be seen, like 0.1'),
      number('--window-days <days>', 'days after a variant that count'),
    ],
    answer: async (services, { id, name = id, variants, guardrails, ...asked }) => {
      const input = {
        ...{ ...asked, id, name },
        ...(variants && { variants: variants.map(shareOf) }),
        ...(guardrails && { guardrails: guardrails as ExperimentInput['guardrails'] }),
      };
      const { variants: made, ...whole } = await createExperiment(services, input as ExperimentInput);
      return { whole: { ...whole, variants: made }, rows: [whole] };
    },
  }),
  command<{ id: string }>({
    name: 'experiment show',
    about: 'show an experiment, and how many people it takes by persons and by communities',
    example: 'experiment show menu',
    door: 'experimentPlan',
    args: [argument('<id>')],
    formats: TABLE_OR_JSON,
    answer: async (services, { id }) => {
      const experiment = await experimentOf(services, id);
      const plan = await experimentPlan(services, experiment);
      const { metric, status, variants, windowDays } = experiment;
      const named = variants.map(({ name }) => name).join(', ');
      return {
        whole: { experiment, plan },
        rows: plan.designs,
        said: [
          `${id} is ${status}: ${named}, by ${metric} within ${windowDays} days`,
          `${plan.people} people in ${plan.communities} communities, ICC ${plan.icc.toFixed(3)}`,
        ],
      };
    },
  }),
  command<{ id: string }>({
    name: 'experiment start',
    about: 'start an experiment: whoever of its segment consents to profiling draws a variant',
    example: 'experiment start menu',
    door: 'startExperiment',
    args: [argument('<id>')],
    answer: async (services, { id }) => ({ rows: [await startExperiment(services, id)] }),
  }),
  command<{ id: string }>({
    name: 'experiment results',
    about: 'show what each variant did against the control, and what may be said of it',
    example: 'experiment results menu',
    door: 'experimentResults',
    args: [argument('<id>')],
    formats: TABLE_OR_JSON,
    answer: async (services, { id }) => {
      const whole = await experimentResults(services, id);
      const rows = whole.arms.map(({ variant, people, communities, value, comparison, guardrails }) => ({
        ...{ variant, people, communities, value, difference: comparison?.difference ?? null },
        ...{ low: comparison?.interval.low ?? null, high: comparison?.interval.high ?? null, p: comparison?.p ?? null },
        ...{ always: comparison?.alwaysValid ? intervalOf(comparison.alwaysValid) : null },
        ...{
          broken: guardrails
            .filter(({ broken }) => broken)
            .map(({ metric }) => metric)
            .join(' '),
        },
      }));
      const { srm, verdict, spillOver, confidence } = whole;
      const share = `${(100 * confidence).toFixed(1)} %`;
      return {
        whole,
        rows,
        said: [
          verdict.text,
          `intervals of ${share}; split as planned: p ${srm.p.toFixed(4)}`,
          spillOver &&
            `control with treated neighbours against without: ${spillOver.difference.toPrecision(3)}, p ${spillOver.p.toFixed(3)}`,
        ],
      };
    },
  }),
  command<{ id: string }>({
    name: 'experiment stop',
    about: 'end an experiment: what comes later does not count',
    example: 'experiment stop menu',
    door: 'stopExperiment',
    args: [argument('<id>')],
    answer: async (services, { id }) => {
      const { variants: _, ...row } = await stopExperiment(services, id);
      return { rows: [row] };
    },
  }),
  command<{ limit: number }>({
    name: 'experiment list',
    about: 'list experiments, the newest first',
    example: 'experiment list',
    door: 'experiments',
    options: [number('--limit <rows>', 'how many', 50)],
    answer: async ({ graph }, { limit }) => ({ rows: await graph.read('campaigns/experiments', { limit }) }),
  }),
];

function shareOf(text: string): { name: string; share: number } {
  const [name, share] = text.split('=');
  return { name: name!, share: Number(share) };
}

function intervalOf({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${low.toPrecision(3)} … ${high.toPrecision(3)}`;
}
