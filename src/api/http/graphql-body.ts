import type { IncomingMessage } from 'node:http';
import { AppError } from '../../kernel/error.js';

/**
 * The body of a request as text. Throws TOO_MUCH above `limit` bytes: by its Content-Length, which Node holds it to, or
 * counted as it comes in chunks.
 */
export async function bodyOf(request: IncomingMessage, limit: number): Promise<string> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (!(length <= limit)) throw tooLarge();
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > limit) throw tooLarge();
    parts.push(part);
  }
  return (parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString('utf8');
}

function tooLarge(): AppError {
  return new AppError('TOO_MUCH', 'the body is larger than 1 MB', 'send it in parts');
}
