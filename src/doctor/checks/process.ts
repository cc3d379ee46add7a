import { fieldOf } from '../../baanx/wire.js';
import type { Check } from '../check.js';
import { failed, notRun, passed, skipped, type Outcome } from '../outcome.js';
import type { Context, Live } from '../context.js';
import { stoppedBefore } from './baanx.js';
import { codeOf, shapeOf, withProxy } from './proxy.js';

/** What the proxy's process does besides passing on requests. */
export const PROCESS_CHECKS: readonly Check[] = [
  { id: 'push-stream', part: 'proxy', title: 'Push', run: withProxy(checkPush) },
  { id: 'proxy-ready', part: 'proxy', title: '/readyz', run: withProxy(checkReady) },
];

const UNBUFFERED =
  'In nginx: location …/v1/events { proxy_buffering off; proxy_read_timeout 1h; gzip off; } and no compression elsewhere';

async function checkPush({ step, options }: Context, { proxy }: Live): Promise<Outcome> {
  if (!step.hasPush) return skipped('the tag has no push attribute');
  const leaveOut = options.push === true ? notRun : skipped;
  if (step.flow === 'account') return leaveOut('an account has no event stream: the step polls');
  const reply = await proxy.events();
  if (!reply.ok)
    return reply.failure.kind === 'timeout'
      ? failed('nothing of the event stream arrives: something in between holds it back', UNBUFFERED)
      : failed(`no event stream: ${reply.failure.text}`, 'See the proxy’s log');
  const { status, headers, text, durationMs, hasEnded } = reply.answer;
  const isElsewhere = codeOf(await proxy.status()) === 'unknown-path';
  if (status === 404 && !isElsewhere)
    return failed('the tag has push, but the proxy has none', 'createKycProxy({ push: createPushHub(), … })');
  if (status !== 200)
    return leaveOut(stoppedBefore(reply.answer) ?? `it is answered with ${shapeOf(reply.answer)}`);
  if (!/^text\/event-stream\b/i.test(headers.get('content-type') ?? ''))
    return failed(
      `no event stream comes back, but ${shapeOf(reply.answer)}`,
      'Let /v1/events through to the proxy',
    );
  if (text === '') return failed('the event stream ends at once', UNBUFFERED);
  if (hasEnded)
    return failed(
      'the event stream begins and ends again: something in between holds it back or closes it, or the hub is closed',
      UNBUFFERED,
    );
  return passed(`the first bytes arrive after ${durationMs} ms, and it stays open`);
}

async function checkReady({ step }: Context, { requests }: Live): Promise<Outcome> {
  const reply = await requests.send(new URL('/readyz', step.proxyUrl));
  const status = reply.ok ? fieldOf(reply.answer.json, 'status') : undefined;
  if (!reply.ok || typeof status !== 'string')
    return skipped('it is not public, or the proxy is no process of its own');
  if (reply.answer.status === 200) return passed(status);
  return failed(
    `it answers ${reply.answer.status} “${status}”`,
    'Send no traffic to a process that is stopping',
  );
}
