// app/kyc/handoff/route.ts
export { issueLink as POST } from '../../../handoff';
