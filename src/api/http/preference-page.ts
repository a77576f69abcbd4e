import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { takeReceipts } from '../../campaigns/index.js';
import {
  actOn,
  customerOfLink,
  newForm,
  preferencePage,
  preferencesOf,
  sentencePage,
  takeForm,
  withdrawFor,
  wordsOf,
} from '../../consent/index.js';
import { AppError } from '../../kernel/error.js';
import type { Language } from '../../kernel/language.js';
import { makeServices, type Services, type Shared } from '../../security/index.js';
import { asked } from '../gate/viewer.js';
import { languageOf } from './language-of.js';

/** Requests a minute from one address: enough for a person, too few to try links. */
const PER_MINUTE = 60;
/** The page acts in this role, so that what it shows is masked. */
const VIEWER = { id: 'preference-page', role: 'service' } as const;

/**
 * `/preferences/:link`: a customer's own page. The signed link is the login; nothing of the page is kept or told
 * elsewhere.
 */
export function preferenceRoutes(shared: Shared): Router {
  const router = Router();
  const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });
  router.use('/preferences', async (request, response, next) => {
    asked(request).viewer = VIEWER;
    await limiter.consume(request.ip ?? 'unknown').catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      response.setHeader('Retry-After', Math.ceil(refused.msBeforeNext / 1000));
      throw new AppError('RATE_LIMIT', 'too many requests', 'try again in a minute');
    });
    next();
  });
  router.get('/preferences/:link', (request, response) => answer(shared, request, response, show));
  const form = express.urlencoded({ extended: false, limit: 4096, parameterLimit: 5 });
  const parts = express.text({ type: 'multipart/form-data', limit: 4096 });
  router.post('/preferences/:link', form, parts, (request, response) => answer(shared, request, response, act));
  return router;
}

interface Asking {
  readonly services: Services;
  readonly customerId: string;
  readonly link: string;
  readonly request: Request;
  readonly language: Language;
  readonly nonce: string;
}

type Answerer = (asking: Asking, response: Response) => Promise<void>;

async function answer(shared: Shared, request: Request, response: Response, work: Answerer): Promise<void> {
  const services = makeServices(shared, VIEWER);
  const [language, nonce] = [languageOf(request), randomBytes(16).toString('base64')];
  secure(response, nonce);
  const link = String(request.params.link);
  try {
    const customerId = await customerOfLink(services, link);
    await work({ services, customerId, link, request, language, nonce }, response);
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'NOT_FOUND')) throw error;
    response.status(404).type('html').send(sentencePage({ language, nonce }, 'gone'));
  }
}

const show: Answerer = async ({ services, customerId, link, request, language, nonce }, response) => {
  const done = Object.keys(wordsOf(language).done).find((word) => word === request.query.done);
  const preferences = await preferencesOf(services, customerId);
  const form = newForm(services, link);
  const parts = { language, nonce, path: `/preferences/${link}`, form, done: (done ?? null) as never };
  response.type('html').send(preferencePage(preferences, parts));
};

/** Does what the button says and shows the page again, so that loading it again repeats nothing. */
const act: Answerer = async (asking, response) => {
  const { services, customerId, link, request, language, nonce } = asking;
  if (asksByOneClick(request.body)) return leaveByMail(asking, response);
  const { form, do: button } = (request.body ?? {}) as Record<string, unknown>;
  if (!(await takeForm(services, link, String(form ?? '')))) {
    response.status(403).type('html').send(sentencePage({ language, nonce }, 'again'));
    return;
  }
  const done = await actOn(services, customerId, String(button ?? ''));
  response.redirect(303, `/preferences/${link}?lang=${language}&done=${done}`);
};

/** What a mail program posts for its reader who presses "unsubscribe" (RFC 8058), as parts or as a form. */
function asksByOneClick(body: unknown): boolean {
  if (typeof body === 'string') return /name="List-Unsubscribe"\r?\n\r?\nOne-Click\r?\n/i.test(body);
  return (body as Record<string, unknown> | undefined)?.['List-Unsubscribe'] === 'One-Click';
}

/**
 * Withdraws from mails at once, with no question asked: the signed link is the proof. `?of=` names the campaign whose
 * mail it was, where the unsubscription is counted. Each press counts, also one after the person consented anew.
 */
const leaveByMail: Answerer = async ({ services, customerId, request }, response) => {
  const { of } = request.query;
  const deliveryId = `${typeof of === 'string' ? of.slice(0, 300) : ''}|${customerId}`;
  const [at, eventId] = [services.clock.now(), services.random.id()];
  const { unknown } = await takeReceipts(services, [{ deliveryId, event: 'UNSUBSCRIBED', at, eventId }]);
  if (unknown > 0) await withdrawFor(services, { customerId, channel: 'MAIL', messageId: eventId });
  response.type('text').send('unsubscribed\n');
};

function secure(response: Response, nonce: string): void {
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Robots-Tag', 'noindex');
}
