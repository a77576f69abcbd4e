import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

/**
 * Reads the JSON of a POST from the request as Node gives it, counting its bytes on the way: Yoga's own limit sends
 * every body through one more stream. Answers 413 above `limit` bytes, 400 to what is no JSON.
 */
export function readsBody(limit: number): Plugin<object, { readonly req: IncomingMessage }> {
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method === 'POST') setRequestParser(async () => paramsOf(await bodyOf(serverContext.req, limit)));
    },
  };
}

function paramsOf(text: string): GraphQLParams {
  const params = parsed(text);
  if (typeof params !== 'object' || params === null) throw refusal('the body is not a JSON object', 400);
  return params;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('the body is not JSON', 400);
  }
}

/** By its Content-Length, which Node holds it to, or counted as it comes in chunks. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (!(length <= limit)) throw tooLarge();
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > limit) throw tooLarge();
    parts.push(part);
  }
  const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  if (!isUtf8(whole)) throw refusal('the body is not UTF-8', 400);
  return whole.toString('utf8');
}

function tooLarge(): GraphQLError {
  return refusal('the body is larger than 1 MB', 413);
}

function refusal(message: string, status: 400 | 413): GraphQLError {
  const [code, hint] =
    status === 413 ? ['TOO_MUCH', 'send it in parts'] : ['BAD_USER_INPUT', 'send a JSON object with `query`'];
  return new GraphQLError(message, { extensions: { code, hint, http: { status } } });
}
