/**
 * Colours of communities that stay apart for those who do not see red or green, and from the paper: on light paper Paul
 * Tol's "muted" (personal.sron.nl/~pault), two of them darker; on dark paper found by search over OKLCH. The test
 * measures
 * both.
 */
const LIGHT = ['#332288', '#cc6677', '#117733', '#0b86b8', '#882255', '#8a8a26', '#2f9384'];
const DARK = ['#859ff6', '#cb5a1a', '#bbefb0', '#e6ad00', '#f19d9d', '#f2e309', '#7dd9fc'];
const OTHER = { light: '#8a93a0', dark: '#7d8794' } as const;

export type Theme = 'light' | 'dark';

/**
 * How many communities are coloured: after seven the colours come again, which far apart in the drawing does no harm.
 */
export const COLOURED = 4 * LIGHT.length;

/**
 * After how many communities colours repeat. Seven, since in a sunflower places 1, 2, 3, 5, 8, 13 apart are neighbours.
 */
export const COLOURS = LIGHT.length;

/** The colour of the community at that rank of size, 0 the largest; grey for the many small ones and for none (−1). */
export function colourAt(rank: number, theme: Theme): string {
  const colours = theme === 'dark' ? DARK : LIGHT;
  return rank < 0 || rank >= COLOURED ? OTHER[theme] : colours[rank % COLOURS]!;
}

/** The rank of a community in a picture, whose colour it has there; −1 for none, and before the picture is there. */
export function rankOf(
  scene: { readonly groups: readonly { readonly id: string; readonly rank: number }[] } | null,
  community: string | null,
): number {
  return scene?.groups.find((group) => group.id === community)?.rank ?? -1;
}
