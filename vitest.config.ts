import { defineConfig } from 'vitest/config';

/**
 * Tests of code without a DOM run in Node (`*.test.ts`). After them, journeys drive a real browser. Each file has its own
 * server and browser, so two run at once.
 */
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
          globalSetup: 'test/support/built-demo.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      // Tests of the build and of the packed package.
      ...['package', 'consumers'].map((name, index) => ({
        test: {
          name,
          include: [`test/${name}/*.test.ts`],
          globalSetup: 'test/support/built.ts',
          testTimeout: 60_000,
          hookTimeout: 400_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 + index },
        },
      })),
    ],
  },
});
