import { renderToString } from 'react-dom/server';
import { IdentityStep } from './identity-step';

/** The HTML that Next would send. The demo's build runs this file, and the page receives its result. */
export const rendered = renderToString(<IdentityStep id="{{ onboardingId }}" />);
