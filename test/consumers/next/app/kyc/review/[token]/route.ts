// app/kyc/review/[token]/route.ts
export { continueHere as POST, showButton as GET } from '../../../../handoff';
