import { Alert, Button, CircularProgress, Paper, Stack, Typography } from '@mui/material';
import {
  awaitsVerdict,
  isRetryable,
  messagesFor,
  modalWindow,
  popupWindow,
  redirectWindow,
  wordingOf,
} from 'baanx-kyc-step/headless';
import { useKycFlow, type UsedKycFlow } from 'baanx-kyc-step/headless/react';
import { useState } from 'react';

const messages = messagesFor('en');
const { title, starting: waiting } = messages;

export interface IdentityStepProps {
  readonly onboardingId: string | undefined;
  readonly onVerified: () => void;
}

/** The step in Material UI. Veriff's frame needs a native `<dialog>`. */
export function IdentityStep({ onboardingId, onVerified }: IdentityStepProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const [frameBox, setFrameBox] = useState<HTMLDivElement | null>(null);
  const used = useKycFlow({
    onboardingId,
    openWindow: [
      modalWindow({ dialog: () => dialog, frameBox: () => frameBox, title }),
      popupWindow({ title, waiting }),
      // Where the browser blocks windows: start('redirect').
      redirectWindow(),
    ],
    onEvent: ({ type }) => type === 'verified' && onVerified(),
  });
  const { snapshot, send } = used;
  const failure = snapshot.state === 'failed' ? snapshot.failure : undefined;
  const { title: heading, text, note, prompt } = wordingOf(snapshot, messages);
  return (
    <Paper component="section" sx={{ p: 4, maxWidth: 480, mx: 'auto' }}>
      <Stack spacing={2}>
        <Typography variant="h5" component="h2">
          {heading}
        </Typography>
        <Typography>{text}</Typography>
        {snapshot.state === 'rejected' && <Rejection />}
        <div role="status">
          {snapshot.state === 'checking' && <CircularProgress aria-label={messages.checking} size={24} />}
          {note && <Alert severity="info">{note}</Alert>}
        </div>
        {failure && (
          <Typography variant="body2">
            {messages.reference} {failure.code} {failure.reference}
          </Typography>
        )}
        <Actions {...used} />
      </Stack>
      <dialog ref={setDialog} aria-label={title} style={{ width: '40rem', height: '90vh' }}>
        <Button onClick={() => send({ type: 'leave' })}>{messages.close}</Button>
        {prompt && (
          <Alert severity="warning" action={<Answers {...used} />}>
            {prompt.title} {prompt.text}
          </Alert>
        )}
        <div ref={setFrameBox} inert={prompt !== undefined} className="frame-box" />
      </dialog>
    </Paper>
  );
}

/** The likely reasons, and what next. A registration has no other attempt. With `flow: 'account'` show rejectedRetry, and Retry. */
function Rejection() {
  const { reasonDocument, reasonIdentity, reasonChecks, rejectedLater } = messages;
  return (
    <>
      <ul>
        {[reasonDocument, reasonIdentity, reasonChecks].map((reason) => (
          <Typography component="li" key={reason}>
            {reason}
          </Typography>
        ))}
      </ul>
      <Typography>{rejectedLater}</Typography>
    </>
  );
}

/** The one thing to do next. */
function Actions({ snapshot, start, check, send }: UsedKycFlow) {
  const { state, attempt, failure, veriff } = snapshot;
  switch (state) {
    case 'ready':
      return (
        <Button variant="contained" onClick={() => start()}>
          {attempt?.opened ? messages.continue : messages.start}
        </Button>
      );
    case 'verifying':
      return veriff?.openIn === 'popup' ? (
        <>
          <Button variant="contained" onClick={() => send({ type: 'reopen', openIn: 'popup' })}>
            {messages.showWindow}
          </Button>
          <Button onClick={() => send({ type: 'claim-finished' })}>{messages.imDone}</Button>
        </>
      ) : null;
    case 'pending':
    case 'deciding':
      return (
        <>
          {state === 'pending' && !awaitsVerdict(snapshot) && (
            <>
              <Button onClick={() => start()}>{messages.continue}</Button>
              <Button onClick={() => send({ type: 'claim-finished' })}>{messages.imDone}</Button>
            </>
          )}
          <Button onClick={check}>{messages.check}</Button>
        </>
      );
    case 'failed':
      return (
        <>
          {failure && isRetryable(failure) ? (
            <Button variant="contained" onClick={() => start()}>
              {messages.retry}
            </Button>
          ) : (
            <Button onClick={check}>{messages.check}</Button>
          )}
          {failure?.code === 'popup-blocked' && (
            <>
              <Typography variant="body2">{messages.redirectNote}</Typography>
              <Button onClick={() => start('redirect')}>{messages.openHere}</Button>
            </>
          )}
        </>
      );
    default:
      return null;
  }
}

/** The answers to the question over Veriff's frame. */
function Answers({ snapshot, send, reloadPage }: UsedKycFlow) {
  switch (snapshot.veriff?.prompt) {
    case 'leave':
      return (
        <>
          <Button onClick={() => send({ type: 'stay' })}>{messages.stay}</Button>
          <Button onClick={() => send({ type: 'leave' })}>{messages.leave}</Button>
        </>
      );
    case 'reload':
      return (
        <>
          <Button onClick={reloadPage}>{messages.reload}</Button>
          <Button onClick={() => send({ type: 'stay' })}>{messages.notNow}</Button>
        </>
      );
    case 'silent':
      return (
        <>
          <Button onClick={() => send({ type: 'reopen', openIn: 'modal' })}>{messages.retry}</Button>
          <Button onClick={() => send({ type: 'reopen', openIn: 'popup' })}>{messages.openElsewhere}</Button>
        </>
      );
    default:
      return null;
  }
}
