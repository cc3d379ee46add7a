import { expect, nextFrame } from '@open-wc/testing';
import type { ErrorCode, State } from '../../src/index.js';
import { REQUEST_TIMEOUT_MS } from '../../src/baanx/client.js';
import { isRetryable, isTransient } from '../../src/baanx/result.js';
import { en } from '../../src/i18n/locales/en.js';
import { clock, Stage, STATUS, puppetOrigin } from '../support/stage.js';

const { broken, gone } = (await (await fetch('/origins.json')).json()) as { broken: string; gone: string };

/** Never answers, and the time for an answer passes at once. */
const never = () => {
  queueMicrotask(() => clock.tick(REQUEST_TIMEOUT_MS));
  return new Promise<Response>(() => undefined);
};
const html = (status: number) => () => new Response('<!doctype html><h1>Gateway</h1>', { status });
const refusal = (status: number) => () =>
  Response.json({ message: 'Baanx’s own words', code: 'baanx-error' }, { status });
const cutOff = () =>
  new Response(
    new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode('{"verificationState":"VERI'));
        body.error(new TypeError('reset'));
      },
    }),
  );

/** What goes wrong, and the code that it has. */
const FAULTS: Record<string, readonly [ErrorCode, () => Response | Promise<Response>]> = {
  'connection refused': ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
  'reset half way': ['network', cutOff],
  'never answers': ['timeout', never],
  '302 to elsewhere': [
    'misconfigured',
    () => new Response(null, { status: 302, headers: { location: '/login' } }),
  ],
  '400': ['onboarding-invalid', refusal(400)],
  '401': ['not-authenticated', refusal(401)],
  '403': ['not-authenticated', refusal(403)],
  '404': ['onboarding-not-found', refusal(404)],
  '404 with HTML': ['misconfigured', html(404)],
  '408': ['timeout', refusal(408)],
  '422': ['misconfigured', refusal(422)],
  '429': ['rate-limited', refusal(429)],
  '498': ['client-key-invalid', refusal(498)],
  '499': ['client-key-invalid', refusal(499)],
  '500': ['provider-unavailable', refusal(500)],
  '502 with HTML': ['provider-unavailable', html(502)],
  '200 with HTML': ['bad-response', html(200)],
  '200 with {}': ['bad-response', () => Response.json({})],
  '200 with nested JSON text': ['bad-response', () => Response.json('{"verificationState":"VERIFIED"}')],
  '200 with null': ['bad-response', () => Response.json(null)],
  'a body of 10 MB': ['bad-response', () => new Response('x'.repeat(10_000_000))],
};

const details = (stage: Stage) => stage.events('error').map(({ detail }) => detail as { code: ErrorCode });

/** Neither a server's text nor the session URL is on screen or in an event. */
function expectDiscreet(stage: Stage) {
  const told = JSON.stringify(stage.heard) + stage.text;
  expect(told).not.to.contain('own words');
  expect(told).not.to.contain('Gateway');
  expect(told).not.to.contain(puppetOrigin);
}

const FLOWS = ['registration', 'account'] as const;
const isSession = ({ url }: Request) => url.endsWith('/verification');

for (const flow of FLOWS) {
  /** Answers in place of Baanx: a session, UNVERIFIED, and the fault where it is. */
  const open = (faulty: (request: Request) => boolean, fault: () => Response | Promise<Response>) => {
    const line = { broken: true };
    return Stage.open('approve', (stage) => {
      stage.step.flow = flow;
      stage.answer = (request) => {
        if (line.broken && faulty(request)) return fault();
        return Response.json(
          isSession(request) ? { sessionUrl: `${puppetOrigin}/v/1` } : { verificationState: 'UNVERIFIED' },
        );
      };
    }).then((stage) => ({ stage, line }));
  };

  for (const [name, [code, fault]] of Object.entries(FAULTS)) {
    describe(`${flow}: ${name}`, () => {
      it(`at the first status: ${code}, and a way on`, async () => {
        const { stage, line } = await open((request) => !isSession(request), fault);
        const state: State = isTransient({ code }) ? 'ready' : 'failed';
        await stage.state(state);
        expect(details(stage)[0]).to.include({ code, retryable: isRetryable({ code }) });
        expect(stage.text).to.contain(state === 'ready' ? en.startNote : en[`error-${code}`]);
        expectDiscreet(stage);
        line.broken = false;
        if (state === 'ready') stage.press('start');
        else stage.step.start();
        await stage.state('verifying');
      });

      it(`at the session: ${code}, and a way on`, async () => {
        const { stage, line } = await open(isSession, fault);
        await stage.state('ready');
        stage.press('start');
        await stage.state('failed');
        expect(details(stage)).to.have.length(1);
        expect(details(stage)[0]).to.include({ code, retryable: isRetryable({ code }) });
        expect(stage.text).to.contain(en[`error-${code}`]);
        expect(stage.dialog.open).to.equal(false);
        expect(stage.events('started')).to.deep.equal([]);
        expectDiscreet(stage);
        line.broken = false;
        if (isRetryable({ code })) stage.press('retry');
        else stage.step.start();
        await stage.state('verifying');
        expect(stage.dialog.open).to.equal(true);
      });

      it('at the status in the review: said, never the end', async () => {
        let reviewing = false;
        const { stage, line } = await open((request) => reviewing && !isSession(request), fault);
        await stage.start();
        reviewing = true;
        stage.say('VERIFF_FINISHED');
        await stage.state('deciding');
        // A body without a state is an answer: it is waited for the next one.
        const text = isTransient({ code }) ? en.unreachable : en[`error-${code}`];
        if (name !== '200 with {}') {
          await stage.until(() => stage.text.includes(text));
          expect(details(stage)[0]).to.include({ code });
        }
        const asked = stage.requests.length;
        await stage.until(() => stage.requests.length > asked + 1);
        expect(stage.step.state).to.equal('deciding');
        expectDiscreet(stage);
        line.broken = false;
        await stage.until(() => !stage.text.includes(text));
      });
    });
  }
}

const removed = (stage: Stage) => stage.step.remove();
const forSomebodyElse = ({ step }: Stage) => {
  step.onboardingId = 'approve-another';
  step.flow = 'registration';
};
/** The questions of a flow, and ways to leave while one is in the air. */
const LEFT: Record<string, Record<string, (stage: Stage) => void>> = {
  'the first status': { removed, 'for somebody else': forSomebodyElse },
  'the session': { removed, 'for somebody else': forSomebodyElse, closed: ({ step }: Stage) => step.close() },
  'the status in the review': { removed, 'for somebody else': forSomebodyElse },
};

describe('an answer that comes after its question was left', () => {
  for (const flow of FLOWS)
    for (const [question, ways] of Object.entries(LEFT))
      for (const [how, leave] of Object.entries(ways))
        it(`${flow}: ${question}, ${how}: is not heard`, async () => {
          const held: ((answer: Response) => void)[] = [];
          let holds = question === 'the first status';
          const stage = await Stage.open('approve', (stage) => {
            stage.step.flow = flow;
            stage.answer = (request) => {
              const session = isSession(request);
              if (holds && session === (question === 'the session'))
                return new Promise((resolve) => held.push(resolve));
              return Response.json(
                session ? { sessionUrl: `${puppetOrigin}/v/1` } : { verificationState: 'UNVERIFIED' },
              );
            };
          });
          if (!holds) {
            await stage.state('ready');
            holds = question === 'the session';
            stage.press('start');
          }
          if (!holds) {
            await stage.greeted();
            holds = true;
            stage.say('VERIFF_FINISHED');
            await stage.state('deciding');
          }
          await stage.until(() => held.length > 0);
          holds = false;
          const before = stage.events('started', 'error', 'verified');
          leave(stage);
          for (const answer of held)
            answer(Response.json({ verificationState: 'VERIFIED', sessionUrl: `${puppetOrigin}/v/late` }));
          if (stage.step.isConnected) await stage.state('ready');
          await nextFrame();
          expect(stage.frame).to.equal(null);
          expect(stage.events('started', 'error', 'verified')).to.deep.equal(before);
        });
});

/** The time for an answer passes as soon as the server has the request. */
const neverAnswered: typeof fetch = (...request) => {
  queueMicrotask(() => clock.tick(REQUEST_TIMEOUT_MS));
  return fetch(...request);
};

describe('on a real line', () => {
  for (const [name, base, code] of [
    ['refused', gone, 'network'],
    ['reset', `${broken}/reset`, 'network'],
    ['cut half way', `${broken}/half`, 'network'],
    ['never answered', `${broken}/never`, 'timeout'],
    ['sent to a login page', `${broken}/redirect`, 'misconfigured'],
    ['answered by a login page', `${broken}/login`, 'bad-response'],
  ] as const) {
    it(`${name}: ${code}`, async () => {
      const stage = await Stage.open('approve', ({ step }) => {
        step.fetcher = code === 'timeout' ? neverAnswered : undefined;
        step.proxyUrl = base;
      });
      await stage.state(isTransient({ code }) ? 'ready' : 'failed');
      expect(details(stage)[0]).to.include({ code });
      stage.step.start();
      await stage.state('failed');
      expect(stage.text).to.contain(en[`error-${code}`]);
      stage.step.remove();
    });
  }

  it('asks the status once at a time, however slow the line', async () => {
    let at = 0;
    let most = 0;
    const stage = await Stage.open('pending', (stage) => {
      stage.answer = async () => {
        most = Math.max(most, ++at);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        at--;
        return Response.json({ verificationState: 'PENDING' });
      };
    });
    await stage.state('pending');
    for (let sign = 0; sign < 20; sign++) {
      window.dispatchEvent(new Event('focus'));
      stage.step.check();
    }
    const asked = stage.count(STATUS);
    await stage.until(() => stage.count(STATUS) > asked + 3);
    expect(most).to.equal(1);
  });
});
