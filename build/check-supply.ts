import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Fails when a package lacks its hash, when one that we did not look at wants to run a script, or when Electron is old.
const root = join(import.meta.dirname, '..')
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

type Locked = { integrity?: string; link?: boolean; hasInstallScript?: boolean }
const lock = read('package-lock.json') as { packages: Record<string, Locked> }
const { allowScripts, devDependencies } = read('package.json') as {
  allowScripts: Record<string, boolean>
  devDependencies: Record<string, string>
}

/** Electron's newest major when this was last looked at, by hand, once a month. */
const newestElectron = 45
const supported = 3

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')
const problems = [
  ...entries
    .filter(([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-'))
    .map(([path]) => `${path} has no sha512 in package-lock.json`),
  ...entries
    .filter(([path, { hasInstallScript }]) => hasInstallScript && !(nameOf(path) in allowScripts))
    .map(([path]) => `${path} has an install script; look at it and say so in allowScripts`),
]
const electron = Number(devDependencies.electron?.split('.')[0])
if (newestElectron - electron >= supported) problems.push(`Electron ${electron} is no longer supported`)

console.log(problems.length === 0 ? `${entries.length} packages, all with their hash.` : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1
