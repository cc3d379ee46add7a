/** The page of react.test.ts: components that use the hook, with windows and a proxy that the test controls. */
import {
  createElement,
  startTransition,
  StrictMode,
  useEffect,
  useState,
  type FunctionComponent,
} from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { useKycFlow, type UsedKycFlow, type UseKycFlowOptions } from '../../src/headless/react.js';

/** What the test sees and controls. */
const page = {
  status: 'UNVERIFIED',
  /** The record suggests that documents were submitted. */
  suggestsSubmission: false,
  requests: [] as string[],
  events: [] as string[],
  /** What the readers have shown together, in each commit. */
  commits: [] as { readonly count: number; readonly states: (string | null)[] }[],
  renderAgain: () => {},
  openWindows: 0,
  /** Called in an effect of the component, or of its child, each time it is mounted. */
  inEffect: undefined as ((used: UsedKycFlow) => void) | undefined,
  used: undefined as UsedKycFlow | undefined,
  /** The functions that the hook has returned. */
  functions: new Set<unknown>(),
  mount,
  unmount: () => root?.unmount(),
  hydrate,
};
Object.assign(window, { page });
export type Page = typeof page;

let root: Root | undefined;

const optionsOf = (onboardingId: string | undefined, name = ''): UseKycFlowOptions => ({
  onboardingId,
  pollInterval: 100,
  fetcher: async (_input, init) => {
    page.requests.push(`${init?.method} ${name}`);
    return init?.method === 'POST'
      ? Response.json({ sessionUrl: 'https://magic.veriff.me/v/1' })
      : Response.json({ verificationState: page.status, submitted: page.suggestsSubmission });
  },
  openWindow: {
    openIn: 'popup',
    open() {
      page.openWindows++;
      return {
        ok: true,
        value: {
          navigate: () => undefined,
          focus: () => undefined,
          close: () => {
            page.openWindows--;
          },
        },
      };
    },
  },
  onEvent: ({ type }) => void page.events.push(`${name}${type}`),
});

const Step: FunctionComponent<{ id?: string; name?: string }> = ({ id, name }) => {
  const used = useKycFlow(optionsOf(id, name));
  useEffect(() => {
    page.used = used;
    page.functions.add(used.start);
  });
  return createElement('output', null, used.snapshot.state);
};

/** Calls the hook's functions in an effect, which React runs before those of the component around it. */
const Caller: FunctionComponent<{ used: UsedKycFlow }> = ({ used }) => {
  useEffect(() => page.inEffect?.(used), [used.resume]);
  return null;
};

/** A component that calls the hook's functions in an effect of its own. */
const CallsItself: FunctionComponent<{ id?: string }> = ({ id }) => {
  const used = useKycFlow(optionsOf(id));
  useEffect(() => page.inEffect?.(used), [used.resume]);
  page.used = used;
  return createElement('output', null, used.snapshot.state);
};

/** A component whose child calls the functions. */
const ChildCalls: FunctionComponent<{ id?: string }> = ({ id }) => {
  const used = useKycFlow(optionsOf(id));
  page.used = used;
  return createElement('output', null, createElement(Caller, { used }), used.snapshot.state);
};

/** Reads what the hook returned when it is rendered. From the first transition on that takes longer than a task. */
const SlowReader: FunctionComponent<{ used: UsedKycFlow; count: number }> = ({ used, count }) => {
  const end = performance.now() + (count > 0 ? 10 : 0);
  while (performance.now() < end);
  return createElement('output', null, used.snapshot.verificationState);
};

/** Many slow readers of one flow. In a transition React renders them in several tasks, between which the flow goes on. */
const Readers: FunctionComponent<{ id?: string }> = ({ id }) => {
  const used = useKycFlow(optionsOf(id));
  const [count, setCount] = useState(0);
  useEffect(() => {
    const states = [...document.querySelectorAll('output')].map(({ textContent }) => textContent);
    page.commits.push({ count, states: [...new Set(states)] });
  });
  page.used = used;
  page.renderAgain = () => startTransition(() => setCount((count) => count + 1));
  return createElement(
    'div',
    null,
    Array.from({ length: 15 }, (_, key) => createElement(SlowReader, { key, used, count })),
  );
};

const COMPONENTS = { Step, Readers, CallsItself, ChildCalls };

/** Renders a component, in StrictMode. */
function mount(props: { id?: string; name?: string }, component: keyof typeof COMPONENTS = 'Step'): void {
  root ??= createRoot(document.querySelector('#app') as Element);
  root.render(createElement(StrictMode, null, createElement(COMPONENTS[component], props)));
}

function hydrate(id: string): void {
  root = hydrateRoot(document.querySelector('#app') as Element, createElement(Step, { id }));
}
