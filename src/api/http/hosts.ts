import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../../kernel/error.js';
import type { ApiConfig } from './settings.js';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** Addresses to listen on that stand for every address of the machine. */
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/** Whether only this machine can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host.startsWith('127.') || LOOPBACK.includes(host);
}

/**
 * Refuses requests whose Host is not one of ours with 403: a page elsewhere can point a name of its own at this
 * address, and would then be taken for ours by the browser. Ours are loopback, HOST and ALLOWED_HOSTS; where the server
 * listens on every address also any address, since a name is what that trick needs.
 */
export function onlyOurHosts({ HOST, ALLOWED_HOSTS }: Pick<ApiConfig, 'HOST' | 'ALLOWED_HOSTS'>): RequestHandler {
  const ours = new Set([...LOOPBACK, HOST, ...ALLOWED_HOSTS].map((name) => name.toLowerCase()));
  const anyAddress = EVERY_ADDRESS.includes(HOST);
  return (request, _response, next) => {
    const name = nameIn(request.headers.host ?? '');
    if (ours.has(name) || (anyAddress && isIP(name) !== 0)) return next();
    throw new AppError(
      'FORBIDDEN',
      'this server is not asked under this host name',
      'ask under its own address, or add the name to ALLOWED_HOSTS',
    );
  };
}

/** The host of a Host header without port and brackets, in lower case. */
function nameIn(header: string): string {
  const [, bracketed, plain = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(header) ?? [];
  return (bracketed ?? plain).toLowerCase();
}

/** Whether a proxy passed a request on: then who asks may be anywhere, whatever Host says. */
export function isPassedOn({ headers }: Request): boolean {
  return Object.keys(headers).some((name) => /^(forwarded|x-forwarded-.+|x-real-ip|via)$/.test(name));
}
