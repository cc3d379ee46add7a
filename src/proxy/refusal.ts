import type { MessageBody } from '../baanx/wire.js';

/** Headers of a response, by lower-case name. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** An answer that is not the one asked for. Thrown anywhere below the handler, turned into a response there. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: HeaderRecord;

  /** The message goes to the browser as it is: always a text of ours, never one of Baanx's or of the caller's. */
  constructor(status: number, message: string, headers: HeaderRecord = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }

  get body(): MessageBody {
    return { message: this.message };
  }
}
