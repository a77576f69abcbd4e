/** How a file writes numbers: with a decimal point as in 1,240.00, or with a decimal comma as in 1.240,00. */
export const NUMBER_FORMS = ['point', 'comma'] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];

export const NUMBER_EXAMPLES: Readonly<Record<NumberForm, string>> = {
  point: '1,240.00, ¥88.00 or (40.00)',
  comma: '1.240,00, 88,00 € or (40,00)',
};

/** What may stand before or after an amount: a sign of a currency, or three letters. */
const CURRENCY = /^(?:[A-Z]{3}|[A-Z]{0,3}\p{Sc}|元|円)\s*|\s*(?:[A-Z]{3}|\p{Sc}|元|円)$/gu;

/**
 * A number as accounts write it, in plain digits: thousands are taken out, parentheses and a minus behind are a minus,
 * signs of a currency go. Null when it is none in this form.
 */
export function plainNumber(text: string, form: NumberForm): string | null {
  const bare = text.normalize('NFKC').trim();
  const inner = /^\((.*)\)$/.exec(bare)?.[1] ?? /^(.*[^-])-$/.exec(bare)?.[1];
  const signed = (inner ?? bare).trim().replace(/−/g, '-');
  const sign = /^[+-]/.exec(signed)?.[0] ?? '';
  const amount = signed.slice(sign.length).trim().replace(CURRENCY, '').trim();
  const [group, decimal] = form === 'point' ? [',', '.'] : ['.', ','];
  const own = /^[+-]/.exec(amount)?.[0] ?? '';
  if ((inner !== undefined && sign !== '') || (sign !== '' && own !== '')) return null;
  const digits = amount.slice(own.length).replace(CURRENCY, '');
  const whole = new RegExp(
    `^(\\d{1,3}(?:[${group}'’ ]\\d{3})+|\\d{1,3}(?:[${group}]\\d{2,4})+[${group}]\\d{3}|\\d+)?(?:[${decimal}](\\d+))?$`,
  );
  const match = whole.exec(digits);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const plain = `${(match[1] ?? '0').replace(/\D/g, '')}${match[2] === undefined ? '' : `.${match[2]}`}`;
  return inner !== undefined || sign === '-' || own === '-' ? `-${plain}` : plain;
}
