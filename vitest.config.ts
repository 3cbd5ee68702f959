import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,server,client}/src/**/*.test.{ts,tsx}', 'test/{laws,contract,fuzz,restart,house}/**/*.test.ts'],
    passWithNoTests: false,
  },
})
