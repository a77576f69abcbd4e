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
  'post /api/orders': {
    body: {
      rows: [{ id: 'shop-1001', customerId: 'C0000074', at: '2026-11-28T09:30:00Z', amount: 129, currency: 'CNY' }],
    },
  },
  'post /api/order-lines': { body: { rows: [{ orderId: 'shop-1001', productId: 'P0001', quantity: 1, price: 129 }] } },
  'post /api/conversions': {
    body: {
      rows: [{ id: 'conversion-1', touchId: 'spring|C0000074', customerId: 'C0000074', at: '2026-11-28T09:30:00Z' }],
    },
  },
  'post /api/audiences/preview': { body: AUDIENCE },
  'post /api/campaigns': {
    body: { id: 'spring', name: 'Spring', ...AUDIENCE, variants: [{ name: 'A', share: 1, text: 'Hello {{name}}' }] },
  },
  'post /api/campaigns/{id}/launch': { params: SPRING },
  'get /api/campaigns/{id}': { params: SPRING },
  'get /api/campaigns/{id}/touches': { params: SPRING },
  'post /api/receipts/{channel}': {
    params: { channel: 'SMS' },
    body: {
      events: [{ deliveryId: 'spring|C0000074', event: 'DELIVERED', at: '2026-11-28T09:30:00Z', eventId: 'r1' }],
    },
  },
  'post /api/receipts/{channel}/replies': {
    params: { channel: 'SMS' },
    body: { address: '13800000000', text: 'TD', messageId: 'reply-0002' },
  },
};
