import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { islandsPlugin } from './src/commands/vite/islands.ts';
import { unusedPlugin } from './src/commands/vite/unused.ts';
import { seedsPlugin } from './src/commands/vite/seeds.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

/**
 * Tests that replace a module or a setting before they import what they test: in a process with others that module would
 * be loaded already.
 */
const alone = [
  'src/lib/server/made/made.test.ts',
  'src/lib/server/archives.test.ts',
  'src/commands/seeds-fetch.test.ts',
];

export default defineConfig({
  plugins: [islandsPlugin(), seedsPlugin(), sveltekit(), unusedPlugin()],
  // For the page that is served at any depth, whose addresses cannot be relative.
  define: { __BASE_PATH__: JSON.stringify(process.env['BASE_PATH'] ?? '') },
  build: { rolldownOptions: { checks: { bundlerTimings: false } } },
  test: {
    expect: { requireAssertions: true },
    sequence: { sequencer: LongestFirst },
    // What a test starts must not install anew under the tests that run.
    env: { INSTALLED: 'yes' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['tests/support/property-tests.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          exclude: alone,
          benchmark: { include: ['src/**/*.bench.ts'] },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          environment: 'node',
          setupFiles: ['tests/support/property-tests.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: alone,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          environment: 'node',
          include: ['tests/site/*.test.ts'],
          globalSetup: 'tests/site/scratch.ts',
          testTimeout: 300_000,
          // The pass over the whole site is waited for in a hook.
          hookTimeout: 1_800_000,
          // One process, so that its files share the threads that visit the site.
          isolate: false,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'node',
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: 'tests/site/scratch.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // One process, so that its files share the thread that asks the site.
          isolate: false,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/{browser,paper}/**/*.test.ts'],
          benchmark: { include: ['tests/browser/*.bench.ts'] },
          globalSetup: 'tests/support/browser-run.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // Seeds are read once a process instead of once a file.
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
});
