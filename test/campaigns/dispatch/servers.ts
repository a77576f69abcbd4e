import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on the loopback that keeps what it gets; `answer` refuses a recipient. */
export async function mailServer(
  refuse: (address: string) => number | null,
  work: (url: string, got: string[]) => Promise<void>,
) {
  const got: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refuse(address);
      done(responseCode === null ? null : Object.assign(new Error('refused'), { responseCode }));
    },
    onData: (stream, _session, done) => {
      text(stream).then((mail) => {
        got.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  try {
    await work(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got);
  } finally {
    await new Promise<void>((done) => server.close(() => done()));
  }
}

/** A real provider on the loopback that answers in turn; `work` gets its address, and what came as it comes. */
export async function provider(
  answers: readonly unknown[],
  work: (url: string, got: readonly { readonly request: IncomingMessage; readonly body: string }[]) => Promise<void>,
) {
  const got: { readonly request: IncomingMessage; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    got.push({ request, body: await text(request) });
    const answer = answers[got.length - 1] ?? {};
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, got);
  } finally {
    server.close();
  }
}
