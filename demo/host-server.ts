/**
 * The part of a host's own server that receives Baanx's webhooks, notifies the waiting elements, and creates hand-off
 * links. The demo's backend and the static playground's service worker both run it. docs/server.md explains each step.
 */
import type { SandboxDelivery, SandboxWebhookOptions } from '../src/sandbox/index.js';
import { createPushHub, createWebhookHandler, type PushHub } from '../src/server/index.js';
import { createHostHandoff } from './host-handoff.js';

export interface HostServer {
  /** For the proxy's option `push`. */
  readonly hub: PushHub;
  /** For the sandbox's option `webhook`. */
  readonly webhook: SandboxWebhookOptions;
  /** An event stream with every delivery of a webhook, for the playground's log. */
  readonly deliveries: () => Response;
  /** Answers `POST handoff` and `POST handoff/redeem`. */
  readonly handoff: (request: Request) => Promise<Response>;
  close(): void;
}

const KEY = 'whk_playground';
/** This host's own ID of a user, which it gave Baanx when the onboarding began. */
const USER_PREFIX = 'playground-user-';

/** Creates it. Webhooks arrive through a function call, because a service worker has no address. */
export function createHostServer(): HostServer {
  const hub = createPushHub();
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const handler = createWebhookHandler({
    keys: KEY,
    // The playground shows each delivery and its answer.
    log: () => undefined,
    async onEvent({ user_external_id: user }) {
      if (user?.startsWith(USER_PREFIX)) await hub.publish(user.slice(USER_PREFIX.length));
    },
  });
  const show = (delivery: SandboxDelivery) => {
    for (const reader of readers) reader.enqueue(encoder.encode(`data: ${JSON.stringify(delivery)}\n\n`));
  };
  return {
    hub,
    handoff: createHostHandoff(),
    webhook: {
      url: 'https://host.example/webhooks/baanx',
      key: KEY,
      externalUserId: (onboardingId) => USER_PREFIX + onboardingId,
      fetch: (input, init) => handler(new Request(input, init)),
      onDelivery: show,
    },
    deliveries() {
      let reader: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          reader = controller;
          readers.add(reader);
          reader.enqueue(encoder.encode(':\n\n'));
        },
        cancel: () => void readers.delete(reader),
      });
      return new Response(stream, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      });
    },
    close() {
      hub.close();
      for (const reader of readers) reader.close();
      readers.clear();
    },
  };
}
