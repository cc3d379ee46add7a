/**
 * The native modules for react-native-screen.test.ts, replaced: components that render HTML, and a browser that the test
 * closes.
 */
import { createElement, type FunctionComponent, type ReactNode } from 'react';

interface Props {
  readonly children?: ReactNode;
  readonly accessibilityRole?: string;
}
export const View: FunctionComponent<Props> = ({ children }) => createElement('div', null, children);
export const Text: FunctionComponent<Props> = ({ children, accessibilityRole }) =>
  createElement(accessibilityRole === 'header' ? 'h1' : 'p', null, children);
export const Button: FunctionComponent<{ readonly title: string; readonly onPress: () => void }> = ({
  title,
  onPress,
}) => createElement('button', { onClick: onPress }, title);

const subscription = { remove: () => undefined };
export const AppState = { currentState: 'active', addEventListener: () => subscription };
export const Linking = { addEventListener: () => subscription };

/** What the test sees and controls. */
export const browser = { isOpen: false, url: '', closeByPerson: () => {} };
Object.assign(window, { browser });
export const InAppBrowser = {
  isAvailable: async () => true,
  open(url: string) {
    return new Promise((resolve) => {
      Object.assign(browser, { isOpen: true, url, closeByPerson: () => resolve({ type: 'cancel' }) });
    });
  },
  close: () => Object.assign(browser, { isOpen: false }),
};
