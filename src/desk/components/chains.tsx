import { Fragment } from 'preact';
import { useDesk } from '../desk.js';
import { type Known, PersonLink } from './names.js';

interface Chain {
  /** The chance that the introduction arrives, 0..1. */
  readonly chance: number;
  readonly steps: readonly (Known & { readonly closeness: number | null })[];
  readonly note?: string | false;
}

/** Chains of people, each with its chance; `closeness` writes that of each step on its arrow. */
export function Chains({ chains, closeness }: { readonly chains: readonly Chain[]; readonly closeness?: true }) {
  const { share } = useDesk().format;
  return (
    <ol class="chains">
      {chains.map(({ chance, steps, note }) => (
        <li key={steps.map(({ customerId }) => customerId).join('>')}>
          <span class="number">
            <strong>{share(chance)}</strong>
          </span>
          <span>
            {steps.map((step, place) => (
              <Fragment key={step.customerId}>
                {place > 0 && (closeness ? <span class="quiet"> → {share(step.closeness ?? 0)} → </span> : ' → ')}
                <PersonLink of={step} />
              </Fragment>
            ))}
            {note && <span class="quiet"> {note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
