/** The tint of a cell by its share 0..1 of the fullest; a root, so that small counts are seen beside large ones. */
export function heat(share: number): { readonly backgroundColor: string } {
  const percent = Math.round(45 * Math.sqrt(Math.min(1, Math.max(0, share))));
  return { backgroundColor: `color-mix(in srgb, var(--bar) ${percent}%, transparent)` };
}
