import { buildAll } from './build-all.ts'

const seconds = await buildAll()
console.log(`Built in ${seconds.toFixed(1)} s.`)
