import type { Dictionary } from './text.js';

type Names = Readonly<Record<string, string>>;

/** A field of an input as the page calls it, by its path in the API: `variants.1.text` is "Variant B: Text". */
export function fieldNamed(path: string, text: Dictionary): string {
  const parts = path.split('.');
  if (parts[0] === 'rule') return conditionNamed(parts.slice(1), text);
  if (parts[0] === 'trigger' && parts.length > 1) return nested(text.journey.begins, parts.slice(1).join('.'));
  if (parts[0] === 'steps' && parts.length > 1) return stepNamed(parts.slice(1), text);
  const name = namesOf(text)[parts.at(-1)!] ?? parts.at(-1)!;
  return parts[0] === 'variants' && parts.length > 1
    ? nested(text.campaigns.variant('ABCD'[Number(parts[1])]!), name)
    : name;
}

const nested = (outer: string, inner: string) => `${outer} › ${inner}`;

/** A step of a journey, counted as people count, and the key as its file has it. */
function stepNamed([at, ...keys]: readonly string[], { journey }: Dictionary): string {
  const step = journey.stepNumber(Number(at) + 1);
  return keys.length === 0 ? step : nested(step, keys.join('.'));
}

/** A condition of a segment's rule, and its field. */
function conditionNamed(parts: readonly string[], { segmenting }: Dictionary): string {
  const [kind, ...fields] = parts.filter((one) => !/^(?:all|any|not|\d+)$/.test(one));
  if (kind === undefined) return segmenting.build;
  const names: Names = segmenting.fields;
  const condition = segmenting.conditions[kind] ?? kind;
  const field = fields.join('.');
  return field === '' ? condition : nested(condition, names[field] ?? names[fields.at(-1)!] ?? field);
}

/** By the name of the field in the API. */
function namesOf({ name, campaigns, audience, experiments, programme, spread, journey }: Dictionary): Names {
  return {
    ...{ name, segment: audience.segment, community: campaigns.community, purpose: audience.purpose },
    ...{ customers: campaigns.customers, customer: campaigns.customer, channel: audience.channel },
    ...{ fallback: campaigns.elseBy, priority: campaigns.priority, startsAt: campaigns.startsAt },
    ...{ budgetMinor: campaigns.budget, costMinor: campaigns.fixedCost, currency: campaigns.currency },
    ...{ text: campaigns.text, textZh: campaigns.textZh, subject: campaigns.subject, variants: campaigns.text },
    ...{ subjectZh: campaigns.subjectZh, address: campaigns.testTo, variant: campaigns.variantHead },
    ...{ excludeSegments: campaigns.excludeSegments, excludeCampaigns: campaigns.excludeCampaigns },
    ...{ id: experiments.id, effect: experiments.effect, windowDays: experiments.days, metric: experiments.measured },
    ...{ unit: experiments.drawn, rewardMinor: programme.reward, levels: programme.levels, decay: programme.decay },
    ...{ budget: spread.budget, floor: spread.floor, definition: journey.definition },
  };
}
