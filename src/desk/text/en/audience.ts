import { CHANNELS, wordsFor } from '../../../kernel/vocabulary.js';
import type { ConsentPurpose, ContactChannel } from '../../operations.gen.js';

const { ALL: _all, ...contact } = CHANNELS;

/** Who may be contacted, and why not. */
export const audience = {
  audience: {
    title: 'Who may be contacted?',
    about:
      'Only people who agreed to this purpose on this channel, or may be contacted on another legal basis. Nothing is sent from here.',
    segment: 'Segment',
    everyone: 'All customers',
    purpose: 'Purpose',
    channel: 'Channel',
    button: 'Preview',
    may: (count: string, total: string) => `${count} of ${total} may be contacted`,
    estimated: (lookedAt: string, from: string, to: string) =>
      `Estimated: ${lookedAt} were looked at by chance. Between ${from} and ${to} may be contacted, with 95 % confidence.`,
    countAll: 'Count everybody',
    leftOut: 'Left out, and why',
    nobodyOut: 'Nobody is left out.',
    emptySegment: 'Nobody is in this segment.',
  },
  purpose: { marketing: 'Marketing', referral: 'Referral programme', research: 'Research' } satisfies Partial<
    Record<ConsentPurpose, string>
  >,
  channel: wordsFor(contact, 'en') satisfies Partial<Record<ContactChannel, string>>,
  reason: {
    NO_CONSENT: 'never agreed to this',
    WITHDRAWN: 'withdrew their agreement',
    OBJECTED: 'objected',
    UNDER_AGE: 'is under 14',
    RESTRICTED: 'restricted the use of their data',
    ASK_AGAIN: 'is to be asked again',
    TOO_OFTEN: 'got as many messages as are allowed lately',
    EXPIRED: 'agreement ran out',
    DO_NOT_CONTACT: 'must not be contacted at all',
    OTHER: 'other reasons',
  } as Readonly<Record<string, string>>,
};
