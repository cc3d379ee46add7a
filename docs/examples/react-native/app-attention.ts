import { AppState } from 'react-native';
import { createAttention } from 'baanx-kyc-step/headless';

/** The person's attention to the app: no request is sent while it is in the background, and one when it returns. */
export const appAttention = createAttention({
  isHidden: () => AppState.currentState === 'background',
  onChange(listener) {
    const subscription = AppState.addEventListener('change', listener);
    return () => subscription.remove();
  },
});
