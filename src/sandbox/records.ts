/**
 * The bodies of Baanx's status calls as they really are, personal data and all, so that whatever stands between
 * them and the browser has something to hold back. The person is invented.
 */

const PERSON = {
  email: 'ada.sandbox@person.example',
  firstName: 'Ada',
  lastName: 'Sandbox',
  phoneNumber: '+447700900123',
  dateOfBirth: '1990-12-10',
  ssn: '078-05-1120',
  addressLine1: '12 Example Street',
  addressLine2: null,
  city: 'London',
  zip: 'EC1A 1BB',
  usState: null,
  countryOfResidence: 'GB',
  countryOfNationality: 'GB',
};

/** `GET /v1/auth/register`; a state that is undefined is left out. */
export const onboardingRecord = (id: string, verificationState: unknown): object => ({
  id,
  ...PERSON,
  ...(verificationState !== undefined && { verificationState }),
  createdAt: '2026-01-05T09:30:00.000Z',
});

/** `GET /v1/user`; a state that is undefined is left out. */
export const userRecord = (verificationState: unknown): object => ({
  id: '7c1f6b52-3f0e-4b57-9d1c-2f6c1e7a90ab',
  ...PERSON,
  ...(verificationState !== undefined && { verificationState }),
});
