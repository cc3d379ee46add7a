import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start other processes, browsers or Redis, compile code, or send thousands of requests. */
const INTEGRATION = [
  'test/docs/*.test.ts',
  'test/doctor/{cli,responses}.test.ts',
  'test/headless/{react,react-native-screen}.test.ts',
  'test/i18n/retry.test.ts',
  'test/proxy/{cli,cors,faults,fuzz,redis,redis-push,runtimes}.test.ts',
  'test/sandbox/{incontext-sdk,playwright,veriff-page,vite}.test.ts',
  'test/server/{redis,webhook-fuzz}.test.ts',
];

/**
 * Tests of code without a DOM run in Node (`*.test.ts`); `npm run test:quick` leaves out those of `integration`. After them,
 * journeys drive a real browser. Each file has its own server and browser, so two run at once.
 */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // Vitest's default leaves one processor unused, which on two is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{consumers,package,journeys,accessibility,gallery}/**', ...INTEGRATION],
          testTimeout: 10_000,
          pool: 'threads',
          isolate: false, // saves a third of the time, because the files share the modules that they import
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { name: 'integration', include: INTEGRATION, testTimeout: 10_000, sequence: { groupOrder: 2 } },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/{journeys,accessibility,gallery}/*.test.ts'],
          globalSetup: 'test/support/built-demo.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
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
          sequence: { groupOrder: 4 + index },
        },
      })),
    ],
  },
});
