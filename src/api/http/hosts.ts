import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../../kernel/error.js';
import type { ApiConfig } from './settings.js';

type HostConfig = Pick<ApiConfig, 'HOST' | 'ALLOWED_HOSTS'>;

/** Whether an address or name can only be this machine itself. */
export function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
}

/**
 * Lets a request by only when it asks for this server by a name it has: 127.0.0.1, localhost, HOST, ALLOWED_HOSTS, or
 * the very address it came in by. A page elsewhere can give its own name our address (DNS rebinding), but not our name
 * to its requests. Passes FORBIDDEN on.
 */
export function knownHosts({ HOST, ALLOWED_HOSTS }: HostConfig): RequestHandler {
  const known = new Set(['127.0.0.1', '::1', 'localhost', HOST.toLowerCase(), ...ALLOWED_HOSTS]);
  return (request, _response, next) => {
    const host = hostOf(request);
    if (host !== null && (known.has(host) || host === ownAddress(request))) return next();
    throw new AppError(
      'FORBIDDEN',
      'this server does not answer by that name',
      'ask by its address, or list the name: ALLOWED_HOSTS=guanxi.example.com',
    );
  };
}

/** The name or address of the header Host, without its port; null where there is none, or none that is one. */
function hostOf({ headers }: Request): string | null {
  const [, v6, name] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(headers.host ?? '') ?? [];
  return (v6 ?? name)?.toLowerCase().replace(/\.$/, '') ?? null;
}

/** The address of this machine that the connection was made to: no name leads there. */
function ownAddress({ socket }: Request): string | null {
  const address = socket.localAddress?.replace(/^::ffff:/, '') ?? '';
  return isIP(address) ? address : null;
}

/**
 * Whether a request comes from this machine itself and asks for it by a name of its own, with no proxy between that
 * could bring it from elsewhere.
 */
export function isFromHere(request: Request): boolean {
  const passedOn = Object.keys(request.headers).some((name) => /^(forwarded|x-forwarded-.*|x-real-ip|via)$/.test(name));
  return !passedOn && isLoopback(hostOf(request) ?? '') && isLoopback(request.socket.remoteAddress ?? '');
}
