import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

export default defineConfig(({ mode }) => {
  const { PORT = '3000' } = loadEnv(mode, import.meta.dirname, 'PORT')
  const target = `http://localhost:${PORT}`
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 700 },
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
