import fc from 'fast-check';

export const TRY_RULE = JSON.stringify({ any: [{ ordered: { days: 365 } }, { not: { role: { in: ['KOL'] } } }] });
export const TRY_JOURNEY = JSON.stringify({
  ...{ id: 'j1', name: 'n', trigger: { type: 'firstOrder' } },
  steps: [
    { id: 'hour', wait: { for: '2 hours' } },
    { id: 'send', send: { channel: 'SMS', text: 'x' } },
  ],
});

/** What an argument of that name usually gets, so that hostile values beside it come as far as they can. */
const BY_NAME: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/^rule$/, [TRY_RULE]],
  [/^definition$/, [TRY_JOURNEY]],
  [/^(customer|customerId|from|to|avoiding|contact|fromId|toId)$/, ['c1', 'c2']],
  [/^(campaign|campaignId)$/, ['k1']],
  [/^(segment|segmentId|segments)$/, ['all', 'rfm:x', 's1']],
  [/^(purpose|purposeId)$/, ['marketing']],
  [/^(channel|channels)$/, ['SMS', 'MAIL']],
  [/^(programme|experiment|journey)$/, ['p1', 'e1', 'j1']],
  [/^(company|companyId)$/, ['k']],
  [/^(store|storeId)$/, ['s1']],
  [/^(order|orderId)$/, ['oc1']],
  [/^postId$/, ['pc1']],
  [/^(touchId|deliveryId)$/, ['k1|c1']],
  [/^interestId$/, ['tea']],
  [/^currency$/, ['CNY']],
  [/^timeZone$/, ['Asia/Shanghai']],
  [/^id$/, ['c1', 'k1', 's1', 'p1', 'e1', 'j1', 'x1', 'marketing', 'k']],
  [/^(at|since|until|asOf|now|after|before|from|to)$/, ['2026-01-01T00:00:00Z']],
  [/^(text|message|subject)$/, ['Hello {{name}}']],
  [/^(reason|note|via|reference|source)$/, ['because of a test']],
];

const BY_TYPE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: fc.integer({ min: 0, max: 20 }),
  Float: fc.constantFrom(0, 0.5, 1, 12.5),
  Boolean: fc.boolean(),
  DateTime: fc.constantFrom('2026-01-01T00:00:00Z', '2025-01-01T08:00:00+08:00'),
  Date: fc.constant('2026-01-01'),
  JSON: fc.constantFrom('x', 1, true),
  BigInt: fc.constantFrom(1, '12'),
};

/** A value that an argument or a column may well have; `type` is a scalar of GraphQL, or any other word for a text. */
export function plausible(name: string, type: string): fc.Arbitrary<unknown> {
  const typed = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  if (typed) return typed;
  const named = BY_NAME.find(([form]) => form.test(name));
  return fc.constantFrom(...(named?.[1] ?? ['x', '测试', 'name']));
}
