import { useDesk } from '../desk.js';
import { colourAt } from '../picture/palette.js';

// Widths and colours are set as properties of a style, which the page's policy allows; style attributes it forbids.

/** A bar of a share 0..1. */
export function Bar({ share, wide }: { readonly share: number; readonly wide?: true }) {
  const inlineSize = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <span class={wide ? 'bar wide' : 'bar'} aria-hidden="true">
      <span class="bar-fill" style={{ inlineSize }} />
    </span>
  );
}

/** A small disc in the colour at that place of the palette. */
export function Swatch({ rank }: { readonly rank: number }) {
  return <span class="swatch" aria-hidden="true" style={{ backgroundColor: colourAt(rank, useDesk().theme) }} />;
}

/** Pieces in per cent of the whole, in the palette's order. */
interface StackProps {
  readonly pieces: readonly { readonly percent: number; readonly title?: string }[];
  readonly thin?: true;
}

/** A bar of several parts that add up. */
export function StackBar({ pieces, thin }: StackProps) {
  const { theme } = useDesk();
  return (
    <span class={thin ? 'stack-bar thin' : 'stack-bar'} aria-hidden="true">
      {pieces.map(({ percent, title }, place) => (
        <span
          key={place}
          title={title}
          style={{ inlineSize: `${percent}%`, backgroundColor: colourAt(place, theme) }}
        />
      ))}
    </span>
  );
}
