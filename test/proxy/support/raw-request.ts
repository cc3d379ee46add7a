import { connect } from 'node:net';

/** Sends a request head exactly as it is written here, which no HTTP client would, and returns the raw response. */
export async function rawRequest(origin: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}
