import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { consentLedger } from '../consent-history.service.js';
import { banInput, basisInput, capInput, ledgerQuestion, purposeInput, quietInput, zoneInput } from './input.js';
import { setPurpose } from './purpose.service.js';
import { contactSettings, quietSettings, setFrequencyCap, setQuietHours } from './quiet-hours.service.js';
import { recordBasis, setDoNotContact, setTimeZone } from './standing.service.js';

interface WithInput {
  readonly input: unknown;
}

export const resolvers = {
  Query: {
    consentLedger: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { customer, at } = checked(ledgerQuestion, args, 'consentLedger');
      return consentLedger(services, customer, at);
    },
    quietHours: (_parent: unknown, _args: unknown, { services }: ApiContext) => quietSettings(services),
    frequencyCap: async (_parent: unknown, _args: unknown, { services }: ApiContext) =>
      (await contactSettings(services)).cap,
  },
  Mutation: {
    setPurpose: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      return setPurpose(services, checked(purposeInput, input, 'setPurpose'));
    },
    setQuietHours: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      return setQuietHours(services, checked(quietInput, input, 'setQuietHours'));
    },
    setFrequencyCap: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return setFrequencyCap(services, checked(capInput, args, 'setFrequencyCap'));
    },
    recordBasis: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      return recordBasis(services, checked(basisInput, input, 'recordBasis'));
    },
    setDoNotContact: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      return setDoNotContact(services, checked(banInput, input, 'setDoNotContact'));
    },
    setTimeZone: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { customer, timeZone } = checked(zoneInput, args, 'setTimeZone');
      return setTimeZone(services, customer, timeZone ?? null);
    },
  },
  QuietHours: {
    from: ({ from }: { from: number }) => clockOf(from),
    until: ({ until }: { until: number }) => clockOf(until),
  },
};

function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
