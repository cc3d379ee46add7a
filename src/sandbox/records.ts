/**
 * The response bodies of Baanx's status calls, including personal data, so that tests can prove that the proxy removes
 * it. The person is fictional.
 */

const CONTACT = {
  email: 'ada.sandbox@person.example',
  phoneNumber: '+447700900123',
  countryOfResidence: 'GB',
};

/** What Baanx copies from the documents. */
const IDENTITY = {
  firstName: 'Ada',
  lastName: 'Sandbox',
  dateOfBirth: '1990-12-10',
  countryOfNationality: 'GB',
};

/** What the steps after identity verification collect. */
const LATER_STEPS = {
  ssn: '078-05-1120',
  addressLine1: '12 Example Street',
  addressLine2: null,
  city: 'London',
  zip: 'EC1A 1BB',
  usState: null,
};

const withNulls = (fields: object): object =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, null]));

const stateField = (verificationState: unknown): object =>
  verificationState === undefined ? {} : { verificationState };

/**
 * The body of `GET /v1/auth/register`. The identity is null until documents are submitted. The address is always null,
 * because a registration with an address is complete. An undefined state is left out.
 */
export const onboardingRecord = (id: string, verificationState: unknown, isSubmitted: boolean): object => ({
  id,
  ...CONTACT,
  ...(isSubmitted ? IDENTITY : withNulls(IDENTITY)),
  ...withNulls(LATER_STEPS),
  ...stateField(verificationState),
  createdAt: '2026-01-05T09:30:00.000Z',
});

/**
 * The body of `GET /v1/user`. A user has completed the registration, so their details are known whether or not they
 * submitted documents in this attempt. An undefined state is left out.
 */
export const userRecord = (id: string, verificationState: unknown): object => ({
  id,
  ...CONTACT,
  ...IDENTITY,
  ...LATER_STEPS,
  ...stateField(verificationState),
});
