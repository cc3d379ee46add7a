import { messagesFor, wordingOf, type MemoryStorage } from 'baanx-kyc-step/headless';
import { useKycFlow } from 'baanx-kyc-step/headless/react';
import { Button, Text, View } from 'react-native';
import { appAttention } from './app-attention';
import { inAppBrowser } from './in-app-browser';

const openWindow = inAppBrowser('wallet://kyc');
const messages = messagesFor('en');

export interface IdentityStepProps {
  readonly onboardingId: string;
  /** Absolute, and https: an app has no address of its own. */
  readonly proxyUrl: string;
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
  return (
    <View>
      <Text accessibilityRole="header">{title}</Text>
      <Text accessibilityLiveRegion="polite">{note ?? text}</Text>
      {(snapshot.state === 'ready' || snapshot.state === 'rejected' || snapshot.state === 'failed') && (
        <Button title={messages.start} onPress={() => start()} />
      )}
      {snapshot.state === 'verifying' && (
        <Button title={messages.imDone} onPress={() => send({ type: 'claim-finished' })} />
      )}
      {snapshot.state === 'pending' && <Button title={messages.continue} onPress={() => start()} />}
      {(snapshot.state === 'pending' || snapshot.state === 'deciding') && (
        <Button title={messages.check} onPress={check} />
      )}
    </View>
  );
}
