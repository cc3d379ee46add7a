import { fieldOf } from '../../baanx/wire.js';
import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context, Live } from '../context.js';
import { skipReason } from './baanx.js';
import { codeOf, shapeOf, withProxy } from './proxy-response.js';

/** Event streams and health checks of the proxy. */
export const PROCESS_CHECKS: readonly Check[] = [
  {
    id: 'push-stream',
    part: 'proxy',
    title: 'Push',
    run: withProxy(checkPush),
    isRequested: ({ push }) => push === true,
  },
  { id: 'proxy-ready', part: 'proxy', title: '/readyz', run: withProxy(checkReady) },
];

const UNBUFFERED =
  'In nginx: location …/v1/events { proxy_buffering off; proxy_read_timeout 1h; gzip off; }, and no compression anywhere else';

async function checkPush({ step }: Context, { proxy }: Live): Promise<Outcome> {
  if (!step.hasPush) return skipped('the tag has no push attribute');
  if (step.flow === 'account') return skipped('the account flow has no event stream: the step polls');
  const result = await proxy.events();
  if (!result.ok)
    return result.failure.kind === 'timeout'
      ? failed('no data arrives on the event stream: something in between buffers it', UNBUFFERED)
      : failed(`no event stream: ${result.failure.text}`, 'See the proxy’s log');
  const { status, headers, text, durationMs, stream } = result.response;
  const encoding = headers.get('content-encoding');
  const isElsewhere = codeOf(await proxy.status()) === 'unknown-path';
  if (status === 404 && !isElsewhere)
    return failed(
      'the tag has push, but the proxy has no push hub',
      'createKycProxy({ push: createPushHub(), … })',
    );
  if (status !== 200)
    return skipped(skipReason(result.response) ?? `the request gets ${shapeOf(result.response)}`);
  if (!/^text\/event-stream\b/i.test(headers.get('content-type') ?? ''))
    return failed(
      `expected an event stream, but received ${shapeOf(result.response)}`,
      'Pass requests to /v1/events on to the proxy',
    );
  if (stream === 'silent')
    return failed(
      `the event stream is open, but no data arrives: ${encoding === null ? 'something in between' : `compression (${encoding})`} buffers it`,
      UNBUFFERED,
    );
  if (text === '') return failed('the event stream ends immediately', UNBUFFERED);
  if (stream === 'ended')
    return failed(
      'the event stream starts, then ends: something in between buffers or closes it, or the hub is closed',
      UNBUFFERED,
    );
  const compressed = encoding === null ? '' : `, compressed (${encoding}) but not buffered`;
  return passed(`the first bytes arrive after ${durationMs} ms${compressed}, and it stays open`);
}

async function checkReady({ step }: Context, { requests }: Live): Promise<Outcome> {
  const result = await requests.send(new URL('/readyz', step.proxyUrl));
  const status = result.ok ? fieldOf(result.response.json, 'status') : undefined;
  if (!result.ok || typeof status !== 'string')
    return skipped('it is not public, or the proxy does not run as its own process');
  if (result.response.status === 200) return passed(status);
  return failed(
    `it returns ${result.response.status} “${status}”`,
    'Do not send traffic to a process that is stopping',
  );
}
