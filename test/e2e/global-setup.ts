import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Builds the sample company once for all tests; `openSample` copies it from where the environment says. */
function buildSampleCompany(): () => void {
  const out = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-sample-'))
  execFileSync(process.execPath, [join(import.meta.dirname, '../../build/sample.ts'), '--out', out])
  process.env.EVENKEEL_TEST_SAMPLE = join(out, 'sample.db')
  return () => rmSync(out, { recursive: true, force: true })
}

// biome-ignore lint/style/noDefaultExport: Playwright calls what is exported by default
export default buildSampleCompany
