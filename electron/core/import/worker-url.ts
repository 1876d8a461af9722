/** The import worker beside this module: as source, or bundled into the same folder. */
export const importWorkerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js',
  import.meta.url,
)
