import { renderToString } from 'react-dom/server';
import { IdentityStep } from './identity-step';

/** What Next would send. The demo's compilers run this file, and give the page what came of it. */
export const rendered = renderToString(<IdentityStep id="{{ onboardingId }}" />);
