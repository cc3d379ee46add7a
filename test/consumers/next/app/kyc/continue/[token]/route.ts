// app/kyc/continue/[token]/route.ts
export { continueHere as POST, showButton as GET } from '../../../../handoff';
