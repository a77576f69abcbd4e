/** A rule of style in Bloom's form: all its fields are always there, `type` says which count. */
type StyleRule = Readonly<Record<string, unknown>>;

/** What Bloom writes where a rule says nothing of it. */
const UNSAID = {
  ...{ size: 1, minSize: 1, maxSize: 2, minColor: '#D5EEE2', midColor: '#81CCA8', maxColor: '#428C6A' },
  ...{ applyColor: false, applySize: false, applyCaption: false, captionKeys: ['0_CATEGORY_NAME_CAPTION_KEY'] },
  ...{ color: '#FFE081', isTimeZoneConvertEnabled: false, selectedTimeZone: 'Z', valuesMapper: [], existingValues: [] },
} as const;

/** What it writes besides in a rule for one value, as its version 2.6 exports it. */
const OF_ONE = { minPoint: 'unprocessed', maxPoint: 'unprocessed', rangeValue: null } as const;

/** And in one over a range, as its version 2.7 does. */
const OF_RANGE = {
  ...{ minPoint: '', maxPoint: '', maxSizeValue: '', maxColorValue: '', minSizeValue: '', minColorValue: '' },
} as const;

/**
 * Qualitative colours that stay apart for most colour-blind eyes (Okabe, Ito 2008; Tol's muted scheme), none of them
 * grey.
 */
export const COMMUNITY_COLOURS = [
  ...['#E69F00', '#56B4E9', '#009E73', '#F0E442', '#0072B2', '#D55E00'],
  ...['#CC79A7', '#332288', '#88CCEE', '#44AA99', '#999933', '#882255'],
] as const;

/** The index of influence, 0..100, as the size of a node. */
export function influenceAsSize(at: number): StyleRule {
  return {
    ...{ ...UNSAID, ...OF_RANGE },
    ...{ id: `rule:${at}`, type: 'range', basedOn: 'influence_number', applySize: true, size: 4 },
    ...{ minSize: 0.5, maxSize: 4, minSizeValue: '0', maxSizeValue: '100' },
    ...{ condition: 'between', conditionValue: 0, rangeValue: 100 },
  };
}

/** Each community in a colour of its own; there are twelve colours, the others keep the category's. */
export function communitiesAsColour(ids: readonly string[], at: number): StyleRule[] {
  return ids.slice(0, COMMUNITY_COLOURS.length).map((id, place) => ({
    ...{ ...UNSAID, ...OF_ONE },
    ...{ id: `rule:${at + 1 + place}`, type: 'single', basedOn: 'communityId_string', applyColor: true },
    ...{ color: COMMUNITY_COLOURS[place], condition: 'equals', conditionValue: id },
  }));
}
