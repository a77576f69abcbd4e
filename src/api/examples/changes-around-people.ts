import { type ChangesOf, change, found } from './change.js';

/** Contact, rights of people, access and keys. */
export function changesAroundPeople(): readonly ChangesOf[] {
  return [CONTACT, RIGHTS, ACCESS, KEYS];
}

const WHO = 'C0000074';
const WORDS = {
  text: 'We may send you offers of our restaurants and shops.',
  textZh: '我们可以向您发送餐厅与门店的优惠信息。',
};

const CONTACT: ChangesOf = {
  topic: 'Changes: contact',
  changes: [
    change('setPurpose', { input: { id: 'marketing', version: '2', ...WORDS, askAgain: false } }),
    change('setQuietHours', { input: { from: '21:00', until: '08:00', channels: ['SMS', 'CALL'] } }),
    change('setFrequencyCap', { messages: 4, days: 7 }),
    change('setTimeZone', { customer: WHO, timeZone: 'Asia/Urumqi' }),
    change('setDoNotContact', { input: { customerId: WHO, banned: true, reason: 'asked by letter', via: 'letter' } }),
    change('preferenceLink', { customer: WHO, days: 30 }),
  ],
};

const request = (kind: string) =>
  found(kind.toLowerCase(), '{ dataRequests(first: 100) { id kind state } }', 'id', { kind });
const [ACCESS_COPY, CORRECTION, ERASURE, OBJECTION] = ['ACCESS', 'CORRECTION', 'ERASURE', 'OBJECTION'].map(request);

const RIGHTS: ChangesOf = {
  topic: 'Changes: rights of people',
  changes: [
    change('identifyRequest', { means: 'CALL_BACK' }, { request: ACCESS_COPY! }),
    change('exportPerson', {}, { request: ACCESS_COPY! }),
    change('openRequest', { customer: 'C0000005', kind: 'CORRECTION', via: 'call' }),
    change('identifyRequest', { means: 'CODE_BY_SMS' }, { request: CORRECTION! }),
    change('fulfilRequest', { correction: { city: '成都' } }, { request: CORRECTION! }),
    change('openRequest', { customer: 'C0000005', kind: 'OBJECTION', purpose: 'marketing', via: 'call' }),
    change('refuseRequest', { reason: 'asked for by mistake, as the caller said' }, { request: OBJECTION! }),
    change('restrictPerson', { customer: 'C0000005', restricted: true }),
    change('openRequest', { customer: 'C0000009', kind: 'ERASURE', via: 'letter' }),
    change('identifyRequest', { means: 'IN_PERSON' }, { request: ERASURE! }),
    change('fulfilRequest', { mode: 'DELETE' }, { request: ERASURE! }),
    change('welcomeBack', { customer: 'C0000009', reason: 'ordered again and asked for it' }),
    change('applyRetention', { dryRun: true }),
  ],
};

const REASON = 'the courier waits at the door with the wrong address';
const ALERT = found('alert', '{ accessAlerts(status: OPEN, first: 1) { id why } }');

const ACCESS: ChangesOf = {
  topic: 'Changes: access',
  changes: [
    change('searchCustomers', { name: 'wang', first: 5, purpose: 'the caller asks about an order' }),
    change('breakGlass', { customer: WHO, fields: ['name', 'phone'], reason: REASON }),
    change('checkAccess', { days: 2 }),
    change('acknowledgeAlert', { note: 'spoke with the shop, all in order' }, { id: ALERT }),
  ],
};

const FORMER = found('key', '{ keyStatus { masterKeys { id state } } }', 'id', { state: 'OPENS' });

const KEYS: ChangesOf = {
  topic: 'Changes: keys and budgets',
  changes: [
    change('setPublishBudget', { input: { dataSet: 'customers', epsilon: 2 } }),
    change('rotateMasterKey', { most: 20000 }),
    change('retireMasterKey', {}, { id: FORMER }),
  ],
};
