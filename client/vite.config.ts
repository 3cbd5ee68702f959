import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { compress } from './vite-compress.ts'
import { partsOf } from './vite-parts.ts'
import { shell } from './vite-shell.ts'

export default defineConfig(({ mode }) => {
  const { PORT = '3000' } = loadEnv(mode, import.meta.dirname, 'PORT')
  const nameIn = partsOf(import.meta.dirname)
  const target = `http://localhost:${PORT}`
  return {
    root: import.meta.dirname,
    plugins: [react(), shell(), compress()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2023',
      // the first that know light-dark(), :has() and :dir() by themselves: what stands in for these is not the same
      cssTarget: ['chrome123', 'firefox125', 'safari17.5'],
      chunkSizeWarningLimit: 1600, // a layout that few diagrams fetch
      rolldownOptions: {
        input: {
          index: join(import.meta.dirname, 'index.html'),
          sw: join(import.meta.dirname, 'src/worker/worker.ts'),
        },
        output: {
          // a service worker speaks for the folder that it lies in, under a name that stays
          entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
          // those of a group that is divided bear the names of all who fetch them
          chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
          // what reads Markdown would else be put together with what reads items, which the editor needs at once
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: nameIn('NotePage'), debugName: 'NotePage' },
              { name: nameIn('lists'), debugName: 'lists', entriesAware: true, entriesAwareMergeThreshold: 1000 },
              {
                name: 'markdown',
                test: /node_modules\/(?:micromark|mdast)|shared\/src\/markdown\/(?!find-formulas|joined-source|stored-lines)/,
              },
            ],
          },
        },
      },
      // the server's content policy takes no font from a data: address
      assetsInlineLimit: (file) => (/\.(?:woff2?|ttf)$/.test(file) ? false : undefined),
    },
    server: {
      port: 5173,
      proxy: {
        '/api': target,
        '/livez': target,
        '/readyz': target,
        '/metrics': target,
        '/sync': { target, ws: true },
      },
    },
  }
})
