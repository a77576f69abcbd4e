import type { Services } from '../../security/index.js';
import { type ArmSums, type Contrast, type ContrastOptions, contrast, momentsBy } from './compare.js';
import { experimentOf } from './experiment.service.js';
import { type ArmParts, exposedContrast, spillOver } from './exposure.js';
import type { ExperimentRow } from './input.js';
import { METRICS, type MetricName } from './metrics.js';
import { outcomeSums } from './outcomes.service.js';
import { sampleRatio, wilson } from './proportions.js';
import { isBroken, SRM_ALARM, type Verdict, verdictOf } from './verdict.js';

export interface ArmResult {
  readonly variant: string;
  readonly control: boolean;
  readonly share: number;
  readonly people: number;
  /** That drew as a whole; as many as people where persons drew. */
  readonly communities: number;
  /** Of the metric: share 0..1, minor units, orders; null of nobody. */
  readonly value: number | null;
  /** Interval of a share (Wilson); null for others. */
  readonly low: number | null;
  readonly high: number | null;
  /** Against the control; null for the control itself, and where there are too few. */
  readonly comparison: Contrast | null;
  /** The same as if persons had drawn: beside a comparison by community it shows what that costs. */
  readonly byPerson: Contrast | null;
  /** Among those of whose neighbours enough have the same variant; null where persons drew or too few are. */
  readonly exposed: Contrast | null;
  readonly guardrails: readonly {
    readonly metric: MetricName;
    readonly contrast: Contrast | null;
    readonly broken: boolean;
  }[];
}

export interface ExperimentResults {
  readonly experiment: ExperimentRow;
  readonly at: Date;
  readonly people: number;
  readonly srm: { readonly chi2: number; readonly p: number; readonly alarm: boolean };
  /** Of each comparison, so that all of them together hold the level. */
  readonly confidence: number;
  readonly arms: readonly ArmResult[];
  /** What treated neighbours do to people of the control. */
  readonly spillOver: (Contrast & { readonly people: number }) | null;
  readonly verdict: Verdict;
}

/** What an experiment shows so far, to be looked at as often as one likes. Throws NOT_FOUND. */
export async function experimentResults(services: Services, id: string): Promise<ExperimentResults> {
  const experiment = await experimentOf(services, id);
  const now = services.clock.now();
  const arms = await outcomeSums(services, experiment, experiment.endedAt ?? now);
  return { ...resultsOf(experiment, arms), at: now };
}

/** The results from the sums of each variant: control first, the others against it. */
export function resultsOf(
  experiment: ExperimentRow,
  sums: ReadonlyMap<string, ArmParts>,
): Omit<ExperimentResults, 'at'> {
  const { variants, metric, unit, alpha, planned } = experiment;
  const byCommunity = unit === 'COMMUNITY';
  const of = (id: string) => sums.get(id)!;
  const control = of(variants[0]!.id);
  const confidence = 1 - alpha / Math.max(1, variants.length - 1);
  const units = ({ all }: ArmParts) => (byCommunity ? all.communities : all.persons).units;
  const options = { confidence, byCommunity, planned: byCommunity ? 0 : (planned ?? 0) };
  const arms = variants.map(({ id, name, share }, at) => {
    const arm = of(id);
    return {
      ...{ variant: name, control: at === 0, share, people: arm.all.persons.units, communities: units(arm) },
      ...metricOf(metric, arm.all),
      ...(at === 0 ? NOT_COMPARED : compared(experiment, [control, arm], options)),
    };
  });
  const people = arms.reduce((sum, arm) => sum + arm.people, 0);
  const srm = sampleRatio(
    variants.map(({ id }) => units(of(id))),
    variants.map(({ share }) => share),
  );
  const p = people === 0 ? 1 : srm.p;
  const verdict = verdictOf({
    ...{ metric, control: variants[0]!.name, srm: p, planned: planned ?? 0 },
    units: Math.min(...arms.map(({ people }) => people)),
    arms: arms
      .filter((arm) => !arm.control)
      .map(({ variant, comparison, guardrails }) => ({ name: variant, contrast: comparison, guardrails })),
  });
  const spill = spillOver(metric, control, options);
  const alarm = { chi2: people === 0 ? 0 : srm.chi2, p, alarm: p < SRM_ALARM };
  return { experiment, people, srm: alarm, confidence, arms, spillOver: spill, verdict };
}

const NOT_COMPARED = { comparison: null, byPerson: null, exposed: null, guardrails: [] };

function compared(
  { metric, guardrails }: ExperimentRow,
  [control, arm]: readonly [ArmParts, ArmParts],
  options: ContrastOptions,
): Pick<ArmResult, 'comparison' | 'byPerson' | 'exposed' | 'guardrails'> {
  return {
    comparison: contrast(metric, control.all, arm.all, options),
    byPerson: contrast(metric, control.all, arm.all, { ...options, byCommunity: false }),
    exposed: options.byCommunity ? exposedContrast(metric, control, arm, options) : null,
    guardrails: (guardrails as MetricName[]).map((one) => {
      const found = contrast(one, control.all, arm.all, options);
      return { metric: one, contrast: found, broken: isBroken({ metric: one, contrast: found }) };
    }),
  };
}

function metricOf(metric: MetricName, arm: ArmSums): Pick<ArmResult, 'value' | 'low' | 'high'> {
  const people = arm.persons.units;
  if (people === 0) return { value: null, low: null, high: null };
  const { mean } = momentsBy(metric, arm, false);
  if (METRICS[metric].kind !== 'SHARE') return { value: Number.isFinite(mean) ? mean : null, low: null, high: null };
  return { value: mean, ...wilson({ people, conversions: Math.round(mean * people) }) };
}
