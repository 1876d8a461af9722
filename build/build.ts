import { build } from 'vite'
import { markBuildBegun, markBuildDone } from './stamp.ts'
import { mainConfig, preloadConfig, rendererConfig } from './vite-config.ts'

const start = performance.now()
markBuildBegun()
for (const config of [rendererConfig(), mainConfig(), preloadConfig()]) await build(config)
markBuildDone()
console.log(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
