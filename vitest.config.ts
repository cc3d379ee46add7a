import { defineConfig } from 'vitest/config';

/** What has no DOM runs in Node (`*.test.ts`); journeys drive a real browser, one file at a time, after it. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{consumers,package,journeys,accessibility,gallery}/**'],
          testTimeout: 10_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/{journeys,accessibility,gallery}/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Pages that wait for a verdict, where a test says that it may be beside another.
          maxConcurrency: 2,
          sequence: { groupOrder: 2 },
        },
      },
      // What is built, and what is packed of it.
      ...['package', 'consumers'].map((name, index) => ({
        test: {
          name,
          include: [`test/${name}/*.test.ts`],
          globalSetup: 'test/support/built.ts',
          testTimeout: 60_000,
          hookTimeout: 400_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 + index },
        },
      })),
    ],
  },
});
