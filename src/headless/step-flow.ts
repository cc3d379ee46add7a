import { createClient, type ClientOptions } from '../baanx/client.js';
import type { FlowEvent } from '../flow/events.js';
import { Flow, type Change } from '../flow/flow.js';
import type { FlowConfig, Ports, VeriffWindow } from '../flow/ports.js';
import { success, type Result } from '../baanx/result.js';
import { SessionStore } from '../flow/session-store.js';
import { isHandoff, isOpen, type OpenIn } from '../flow/snapshot.js';
import { requestLink, type Handoff } from './handoff.js';
import { attemptMemory, noMemory, type MemoryStorage } from './attempt-memory.js';
import { warnOnce } from './hints.js';
import { claimWindow, showOpenWindow } from './single-window.js';

/** Who a flow is for and where its requests go. */
export type KycIdentity = Omit<ClientOptions, 'fetcher' | 'warn'>;

/** What may change while a flow runs. */
export interface KycConfig extends FlowConfig, Pick<ClientOptions, 'fetcher'> {
  /** undefined: the host does not offer another device or browser. */
  readonly handoff?: Handoff | undefined;
}

/** What a flow needs from the outside. */
export interface KycFlowPorts extends Pick<Ports, 'openVeriff' | 'attention' | 'reloadPage' | 'reportError'> {
  /** Called each time a setting is used, so that it may change. */
  readonly config: () => KycConfig;
  /** Where it is remembered that documents were submitted. By default `sessionStorage`. */
  readonly memory?: (() => MemoryStorage) | undefined;
}

/** One step of the flow, and who it is for. */
export interface KycChange extends Change {
  /** Empty in the account flow. */
  readonly onboardingId: string;
}

/** What a person or a host can do besides `start()`. An action that does not apply to the current state is ignored. */
export type KycAction = Extract<
  FlowEvent,
  { readonly type: 'check' | 'close' | 'leave' | 'stay' | 'reopen' | 'claim-finished' | 'resume' }
>;

/** Who a flow is for and where its requests go, as one string. */
export const identityOf = ({ flow, onboardingId, proxyUrl, usEnv }: KycIdentity): string =>
  JSON.stringify([flow, onboardingId, proxyUrl, usEnv]);

/**
 * The identity-verification step without a user interface: it checks the status, opens Veriff's window, follows the
 * review, and keeps the snapshot that a user interface renders. The element uses it.
 */
export class StepFlow extends Flow {
  /** Who it is for; empty in the account flow. */
  readonly onboardingId: string;

  constructor(identity: KycIdentity, ports: KycFlowPorts, onChange: (change: KycChange) => void) {
    const { onboardingId } = identity;
    super(portsOf(identity, ports), (change) => onChange({ ...change, onboardingId }));
    this.onboardingId = onboardingId;
  }

  /**
   * Opens Veriff, shows the window that is open, or begins a hand-off. Call it in a click handler: browsers block a
   * popup that opens later.
   */
  start(openIn: OpenIn | 'handoff'): void {
    const hasWindow = isOpen(this.snapshot) && !isHandoff(this.snapshot);
    if (openIn === 'handoff' || !showOpenWindow(hasWindow)) this.send({ type: 'start', openIn });
  }
}

/** The ports of the flow itself. */
function portsOf(identity: KycIdentity, ports: KycFlowPorts): Ports {
  const { flow } = identity;
  const baanx = createClient({
    ...identity,
    fetcher: (...request) => ports.config().fetcher(...request),
    warn: warnOnce,
  });
  return {
    ...ports,
    baanx,
    sessions: new SessionStore((signal) => baanx.createSession(signal), flow),
    memory: flow === 'registration' ? attemptMemory(identityOf(identity), ports.memory) : noMemory,
    requestLink: (signal) => requestLink(ports.config().handoff, signal, ports.reportError),
    openVeriff: (openIn, onOutcome) =>
      claimed(ports.openVeriff(openIn, onOutcome), () => onOutcome({ type: 'window-closed' })),
  };
}

/** Claims an open window as the page's only one until it is closed. */
function claimed(opened: Result<VeriffWindow>, giveUp: () => void): Result<VeriffWindow> {
  if (!opened.ok) return opened;
  const window = opened.value;
  const release = claimWindow({ show: () => window.focus(), yield: giveUp });
  return success({
    ...window,
    close() {
      release();
      window.close();
    },
  });
}
