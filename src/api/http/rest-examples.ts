/** A request that shows how an endpoint is used, for the document and its page; ids are those of the made world. */
export interface RestExample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

const SPRING = { id: 'spring' };
const AUDIENCE = { segment: 'rfm:champions', purpose: 'marketing', channel: 'WECHAT' };

/** By method and path. */
export const REST_EXAMPLES: Readonly<Record<string, RestExample>> = {
  'get /api/customers/{id}/may-contact': {
    params: { id: 'C0000074' },
    query: { purpose: 'marketing', channel: 'SMS' },
  },
  'post /api/consents': {
    body: {
      ...{ customerId: 'C0000074', purpose: 'marketing', channel: 'SMS', via: 'form', textVersion: '1' },
      eventId: 'form-2026-11-28-0001',
    },
  },
  'post /api/consents/withdraw': {
    body: { customerId: 'C0000074', purpose: 'marketing', channel: 'SMS', via: 'reply', eventId: 'reply-0001' },
  },
  'post /api/audiences/preview': { body: AUDIENCE },
  'post /api/campaigns': {
    body: { id: 'spring', name: 'Spring', ...AUDIENCE, variants: [{ name: 'A', share: 1, text: 'Hello {{name}}' }] },
  },
  'post /api/campaigns/{id}/launch': { params: SPRING },
  'get /api/campaigns/{id}': { params: SPRING },
  'get /api/campaigns/{id}/touches': { params: SPRING },
};
