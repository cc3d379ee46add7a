import {
  awaitsVerdict,
  createKycFlow,
  isRetryable,
  messagesFor,
  modalWindow,
  popupWindow,
  redirectWindow,
  wordingOf,
  type KycFlow,
  type KycFlowOptions,
  type Snapshot,
} from 'baanx-kyc-step/headless';

const find = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;

/** Shows the step in this page's own look. */
export function showStep(
  options: Pick<KycFlowOptions, 'onboardingId' | 'proxyUrl' | 'fetcher' | 'pollInterval'>,
) {
  const messages = messagesFor(document.documentElement.lang);
  const { title, starting: waiting } = messages;
  const dialog = find('dialog') as HTMLDialogElement;
  const flow = createKycFlow({
    ...options,
    language: messages.veriff,
    openWindow: [
      modalWindow({ dialog, frameBox: find('frame-box'), title }),
      popupWindow({ title, waiting }),
      // Where the browser blocks windows: start('redirect').
      redirectWindow(),
    ],
  });
  flow.subscribe(({ now, before }) => draw(flow, now, now.state !== before.state));
  find('leave').onclick = () => flow.send({ type: 'leave' });
  return flow;
}

type Button = [label: string, action: () => void];

function draw(flow: KycFlow, now: Snapshot, isNewState: boolean) {
  const messages = messagesFor(document.documentElement.lang);
  const { title, text, note = '', prompt } = wordingOf(now, messages);
  find('title').textContent = title;
  const isRejected = now.state === 'rejected';
  const { reasonDocument, reasonIdentity, reasonChecks } = messages;
  find('text').textContent = [
    text,
    ...(isRejected ? [reasonDocument, reasonIdentity, reasonChecks] : []),
  ].join(' ');
  const failure = now.state === 'failed' ? now.failure : undefined;
  const isBlocked = failure?.code === 'popup-blocked';
  // A registration has no other attempt. With `flow: 'account'` show rejectedRetry, and Retry.
  const next = isRejected ? messages.rejectedLater : isBlocked ? messages.redirectNote : note;
  find('note').textContent = now.state === 'checking' ? messages.checking : next;
  find('reference').textContent = failure
    ? `${messages.reference} ${failure.code} ${failure.reference ?? ''}`
    : '';
  const inOtherWindow = now.veriff?.openIn === 'popup';
  const check: Button = [messages.check, () => flow.check()];
  const retry: Button = [messages.retry, () => flow.start()];
  const buttons: Partial<Record<Snapshot['state'], Button[]>> = {
    ready: [[now.attempt?.opened ? messages.continue : messages.start, () => flow.start()]],
    starting: inOtherWindow ? [[messages.showWindow, () => flow.start()]] : [],
    verifying: inOtherWindow
      ? [
          [messages.showWindow, () => flow.send({ type: 'reopen', openIn: 'popup' })],
          [messages.imDone, () => flow.send({ type: 'claim-finished' })],
        ]
      : [],
    deciding: [check],
    // Nobody knows whether they finished, or the documents are under review.
    pending: awaitsVerdict(now)
      ? [check]
      : [
          [messages.continue, () => flow.start()],
          [messages.imDone, () => flow.send({ type: 'claim-finished' })],
          check,
        ],
    failed: [
      failure && isRetryable(failure) ? retry : check,
      ...(isBlocked ? [[messages.openHere, () => flow.start('redirect')] satisfies Button] : []),
    ],
  };
  find('buttons').replaceChildren(
    ...(buttons[now.state] ?? []).map(([label, action]) => button(label, action)),
  );

  // Over Veriff's frame, which must not be reached meanwhile.
  find('frame-box').inert = prompt !== undefined;
  find('prompt').hidden = prompt === undefined;
  if (prompt) {
    const isReload = now.veriff?.prompt === 'reload';
    const answers: Record<string, () => void> = {
      [isReload ? messages.notNow : messages.stay]: () => flow.send({ type: 'stay' }),
      [messages.leave]: () => flow.send({ type: 'leave' }),
    };
    if (isReload) answers[messages.reload] = () => flow.reloadPage();
    if (now.veriff?.prompt === 'silent')
      answers[messages.openElsewhere] = () => flow.send({ type: 'reopen', openIn: 'popup' });
    find('prompt').replaceChildren(
      `${prompt.title} ${prompt.text} `,
      ...Object.entries(answers).map(([label, action]) => button(label, action)),
    );
  }
  // A new panel: screen readers read its heading.
  if (isNewState && now.state !== 'checking' && !now.veriff) find('title').focus();
}

function button(label: string, action: () => void) {
  return Object.assign(document.createElement('button'), { textContent: label, onclick: action });
}
