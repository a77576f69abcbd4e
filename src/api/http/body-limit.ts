import { GraphQLError } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';

/**
 * Refuses bodies of more than `limit` bytes with 413. Node reads no more of a body than its Content-Length says, so where that is given it is
 * all there is to check; Yoga's own limit sends every body through one more stream, which takes longer than all the rest of reading it.
 */
export function limitBody(limit: number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const length = request.headers.get('content-length');
      if (length !== null && !/^\d+$/.test(length)) throw refusal('the Content-Length is not a number', 400);
      if (Number(length ?? 0) > limit) throw tooLarge();
      if (length === null && requestParser && request.body)
        setRequestParser((given) => requestParser(counted(given, limit, fetchAPI)));
    },
  };
}

/** The request with its body counted as it comes: in chunks, without a length said before. */
function counted(request: Request, limit: number, { Request: Made, TransformStream: Through }: FetchAPI): Request {
  let bytes = 0;
  const counting = new Through<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > limit) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  const { method, headers, signal } = request;
  const init = { method, headers, signal, body: request.body!.pipeThrough(counting), duplex: 'half' };
  return new Made(request.url, init as RequestInit);
}

function tooLarge(): GraphQLError {
  return refusal('the body is larger than 1 MB', 413);
}

function refusal(message: string, status: number): GraphQLError {
  const code = status === 413 ? 'TOO_MUCH' : 'BAD_USER_INPUT';
  return new GraphQLError(message, { extensions: { code, hint: 'send it in parts', http: { status } } });
}
