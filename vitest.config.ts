import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{shared,server,client}/src/**/*.test.{ts,tsx}',
      'test/{laws,labels,contract,fuzz,restart,house}/**/*.test.ts',
    ],
    passWithNoTests: false,
    // what hangs ends; how quick a machine is decides nothing
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
