import { useWords } from '../desk.js';
import type { PersonQuery } from '../operations.gen.js';

type Person = PersonQuery['customer360'];

/**
 * What a person is worth, where they stand and whether they may leave, each with why; nothing where no run has told.
 */
export function WorthLines({ known }: { readonly known: Person }) {
  const { format, words, language } = useWords('person');
  const { worth, worthCurrency, worthExplained } = known;
  if (!worth) return null;
  const money = (minor: number | null) =>
    minor === null || worthCurrency === null ? null : format.money(minor, worthCurrency);
  const lines = [
    [words.value, money(worth.clvMinor)],
    [words.networkValue, worth.networkValueMinor === worth.clvMinor ? null : money(worth.networkValueMinor)],
    [words.stage, worth.lifecycle && (words.stages[worth.lifecycle] ?? worth.lifecycle)],
    [words.churn, worth.churnProbability === null ? null : format.share(worth.churnProbability)],
  ] as const;
  const told = lines.filter(([, value]) => value !== null);
  if (told.length === 0) return null;
  return (
    <>
      <h3>{words.worth}</h3>
      <dl class="worth">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {worthExplained.map(({ about, why, whyZh }) => (
        <p class="quiet worth-why" key={about}>
          {words.because[about] ?? about}
          {language === 'zh' ? '：' : ': '}
          {language === 'zh' ? whyZh : why}
        </p>
      ))}
    </>
  );
}
