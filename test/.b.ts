import { generatedCompany } from './bench/company.ts'
for (const s of ['ordinary','big'] as const) { const t=performance.now(); await generatedCompany('/tmp/evenkeel-bench',s,'2026-11-21'); console.log(s, performance.now()-t) }
