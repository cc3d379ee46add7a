import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Call, Transport } from './transport.js';

/**
 * How many connections are held open that nobody needs just now, and for how many ms: no longer than most servers do.
 * Many, since under load as many come free and are wanted again in one turn: making them anew costs more than the rest.
 */
const IDLE = { connections: 1_000, ms: 4_000 };

/** The body of an error is let run out up to so many bytes and ms, which saves the connection. */
const RUN_OUT = { bytes: 64 * 1024, ms: 1_000 };

/**
 * A transport for Node, over `node:http(s)` and connections that are kept open. It costs a fraction of the processor
 * time of the built-in `fetch`. Bodies are not decompressed, and so not asked for that way.
 */
export function keepAlive(): Transport {
  const options = { keepAlive: true, maxFreeSockets: IDLE.connections, timeout: IDLE.ms };
  const agents = { plain: new HttpAgent(options), secure: new HttpsAgent(options) };
  // It is always the same one: its URL is taken apart once.
  let host: Host | undefined;
  return ({ url, method, headers, body }, limit, line) =>
    new Promise((resolve, reject) => {
      if (line.reason) throw line.reason;
      host = host && url.startsWith(host.origin) ? host : hostOf(url, agents);
      const { request, agent, hostname, port, at } = host;
      const fields = rawHeaders(host, headers, body);
      const sent = request({ agent, hostname, port, path: url.slice(at), method, headers: fields });
      line.onCut((reason) => sent.destroy(reason));
      sent.on('error', reject);
      // Without a listener Node drops the connection, and says nothing.
      sent.on('upgrade', (_, socket) => {
        socket.destroy();
        reject(new Error('Another protocol'));
      });
      sent.on('response', (answer) => {
        answer.on('error', reject);
        const { statusCode: status = 0 } = answer;
        if (status >= 200 && status < 300) {
          read(answer, limit, (text) => {
            if (text === undefined) sent.destroy();
            resolve({ status, retryAfter: null, text });
          });
        } else {
          letRunOut(answer);
          resolve({ status, retryAfter: answer.headers['retry-after'] ?? null, text: undefined });
        }
      });
      sent.end(body);
    });
}

interface Host {
  /** With the slash behind it, so that no longer host begins with it. */
  readonly origin: string;
  readonly request: typeof httpRequest;
  readonly agent: HttpAgent;
  /** With the port, where it is not the usual one. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  /** Where the path begins. */
  readonly at: number;
}

function hostOf(url: string, agents: { plain: HttpAgent; secure: HttpsAgent }): Host {
  const { protocol, host, hostname, port, origin } = new URL(url);
  const isSecure = protocol === 'https:';
  return {
    origin: `${origin}/`,
    request: isSecure ? httpsRequest : httpRequest,
    agent: isSecure ? agents.secure : agents.plain,
    host,
    hostname: hostname.replace(/[[\]]/g, ''),
    port,
    at: origin.length,
  };
}

/** A list of names and values goes out as it is, which is cheaper; but then Node adds none of these two. */
function rawHeaders({ host }: Host, headers: Call['headers'], body: string | undefined): string[] {
  const list = ['host', host];
  for (const name in headers) list.push(name, headers[name] ?? '');
  if (body !== undefined) list.push('content-length', String(Buffer.byteLength(body)));
  return list;
}

function read(answer: IncomingMessage, limit: number, done: (text: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) done(undefined);
    else chunks.push(chunk);
  });
  answer.on('end', () => done(Buffer.concat(chunks).toString()));
}

function letRunOut(answer: IncomingMessage): void {
  if (!(Number(answer.headers['content-length']) <= RUN_OUT.bytes)) return void answer.destroy();
  const timer = setTimeout(() => answer.destroy(), RUN_OUT.ms);
  answer.once('close', () => clearTimeout(timer)).resume();
}
