import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { root } from './stamp.ts'

/** Left as imports: compiled code, code that cannot be bundled, and what Electron itself provides. */
const external = ['better-sqlite3', 'exceljs', 'electron']

/** The screens: renderer/ to out/renderer. */
export function rendererConfig(): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'es2023',
      // Inlined files would be data: addresses, which the fonts' policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          // zod comes with what it has to know before the first schema is made, which another chunk may hold.
          codeSplitting: { groups: [{ name: 'zod', test: /renderer\/no-eval\.ts$|node_modules\/zod\// }] },
        },
      },
    },
    logLevel: 'warn',
  }
}

/** The hosts, and what they run in threads of their own: electron/ to out/main. */
export function mainConfig(): InlineConfig {
  return {
    configFile: false,
    root,
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      outDir: join(root, 'out/main'),
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node22',
      minify: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: {
          desktop: join(root, 'electron/hosts/desktop/main.ts'),
          browser: join(root, 'electron/hosts/browser/cli.ts'),
          'import-worker': join(root, 'electron/core/import/import-worker.ts'),
          'heavy-worker': join(root, 'electron/core/heavy/heavy-worker.ts'),
          'verify-backup': join(root, 'electron/core/db/backups/verify-backup.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    logLevel: 'warn',
  }
}

/** The preload script: a sandboxed one must be CommonJS in a single file. */
export function preloadConfig(): InlineConfig {
  return {
    configFile: false,
    root,
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: join(root, 'electron/hosts/desktop/preload.ts'),
      outDir: join(root, 'out/main'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node22',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
    logLevel: 'warn',
  }
}
