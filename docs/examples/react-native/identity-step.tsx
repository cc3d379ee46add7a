import {
  awaitsVerdict,
  isRetryable,
  messagesFor,
  wordingOf,
  type MemoryStorage,
} from 'baanx-kyc-step/headless';
import { useKycFlow } from 'baanx-kyc-step/headless/react';
import { Button, Text, View } from 'react-native';
import { appAttention } from './app-attention';
import { inAppBrowser } from './in-app-browser';

// Leave the deep link out unless Baanx has configured it as the callback URL.
const openWindow = inAppBrowser('wallet://kyc');
const messages = messagesFor('en');

export interface IdentityStepProps {
  readonly onboardingId: string;
  /** Absolute, and https: an app has no address of its own. */
  readonly proxyUrl: string;
  /** Adds your app's token to each request, if your API identifies people by a token. */
  readonly fetcher?: typeof fetch;
  /** Something synchronous, such as MMKV, so that an app that was closed and opened again knows of a submission. */
  readonly memory: MemoryStorage;
  readonly onVerified: () => void;
}

/** The step as a screen of an app. */
export function IdentityStep({ onVerified, ...options }: IdentityStepProps) {
  const { snapshot, start, check, send } = useKycFlow({
    ...options,
    openWindow,
    attention: appAttention,
    onEvent: ({ type }) => type === 'verified' && onVerified(),
  });
  const { title, text, note } = wordingOf(snapshot, messages);
  const { state } = snapshot;
  const failure = state === 'failed' ? snapshot.failure : undefined;
  const isUnsure = state === 'pending' && !awaitsVerdict(snapshot);
  const canStart = state === 'ready' || (failure && isRetryable(failure));
  const canCheck = state === 'pending' || state === 'deciding' || (failure && !isRetryable(failure));
  return (
    <View>
      <Text accessibilityRole="header">{title}</Text>
      <Text accessibilityLiveRegion="polite">{note ?? text}</Text>
      {state === 'rejected' && (
        // A registration has no other attempt. With `flow: 'account'` show rejectedRetry, and Retry.
        <Text>
          {messages.reasonDocument} {messages.reasonIdentity} {messages.reasonChecks} {messages.rejectedLater}
        </Text>
      )}
      {failure && (
        <Text>
          {messages.reference} {failure.code} {failure.reference}
        </Text>
      )}
      {canStart && <Button title={messages.start} onPress={() => start()} />}
      {isUnsure && <Button title={messages.continue} onPress={() => start()} />}
      {(isUnsure || state === 'verifying') && (
        <Button title={messages.imDone} onPress={() => send({ type: 'claim-finished' })} />
      )}
      {canCheck && <Button title={messages.check} onPress={check} />}
    </View>
  );
}
