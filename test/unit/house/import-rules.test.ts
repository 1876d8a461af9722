import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const configFile = join(root, '.dependency-cruiser.mjs')
const { forbidden = [] } = await extractConfig(configFile)
const ruleSet = { forbidden } as IFlattenedRuleSet
const nameOf = ({ name = '' }: { name?: string }) => name

/** A file that breaks a rule, and what it imports: another file (which may import it back) or a package. */
type Planted = { rule: string; from: string; to: string; typeOnly?: boolean; back?: boolean }

const service = (feature: string | undefined) => `electron/core/features/${feature}/service.ts`

/** Each feature of the core reaching for the one above it. */
const coreFloors = forbidden.flatMap((rule): Planted[] => {
  const feature = nameOf(rule).split('core-floor-')[1]
  const above = String('to' in rule && rule.to.path).match(/\(([a-z-]+)/)?.[1]
  return feature ? [{ rule: nameOf(rule), from: service(feature), to: service(above), typeOnly: true }] : []
})

const planted: readonly Planted[] = [
  { rule: 'electron-in-its-room', from: 'electron/core/planted.ts', to: 'electron' },
  { rule: 'electron-in-its-room', from: 'electron/hosts/browser/planted.ts', to: 'electron', typeOnly: true },
  {
    rule: 'better-sqlite3-in-its-room',
    from: 'electron/core/features/people/planted.ts',
    to: 'better-sqlite3',
  },
  { rule: 'better-sqlite3-in-its-room', from: 'electron/core/jobs.ts', to: 'better-sqlite3', typeOnly: true },
  { rule: 'exceljs-in-its-room', from: 'electron/core/export/workbook/workbook-cells.ts', to: 'exceljs' },
  { rule: 'saxes-in-its-room', from: 'electron/core/import/planted.ts', to: 'saxes' },
  {
    rule: 'anthropic-ai-sdk-in-its-room',
    from: 'electron/core/features/provider/planted.ts',
    to: '@anthropic-ai/sdk',
  },
  { rule: 'renderer-knows-shared-and-itself', from: 'renderer/api/planted.ts', to: 'electron/core/jobs.ts' },
  { rule: 'renderer-knows-shared-and-itself', from: 'renderer/api/server.ts', to: '@orpc/server' },
  { rule: 'renderer-has-no-node', from: 'renderer/ui/planted.ts', to: 'node:fs' },
  { rule: 'shared-is-pure', from: 'shared/domain/planted.ts', to: 'node:crypto' },
  { rule: 'shared-is-pure', from: 'shared/domain/hook.ts', to: 'react' },
  { rule: 'shared-is-pure', from: 'shared/domain/upward.ts', to: 'renderer/api/client.ts', typeOnly: true },
  { rule: 'core-knows-no-host', from: 'electron/core/planted.ts', to: 'electron/hosts/headers.ts' },
  { rule: 'hosts-apart', from: 'electron/hosts/browser/planted.ts', to: 'electron/hosts/desktop/menu.ts' },
  {
    rule: 'repositories-are-private',
    from: service('documents'),
    to: 'electron/core/features/people/repository.ts',
  },
  {
    rule: 'repositories-are-private',
    from: service('model-tests'),
    to: 'electron/core/features/releases/repository.ts',
    typeOnly: true,
  },
  { rule: 'core-ground', from: 'electron/core/db/planted.ts', to: service('people'), typeOnly: true },
  {
    rule: 'import-knows-no-export',
    from: 'electron/core/import/planted.ts',
    to: 'electron/core/export/workbook-cells.ts',
  },
  ...coreFloors,
  { rule: 'renderer-floor-features', from: 'renderer/features/home/A.tsx', to: 'renderer/pages/B.tsx' },
  { rule: 'renderer-floor-parts', from: 'renderer/parts/text/A.tsx', to: 'renderer/features/home/B.ts' },
  { rule: 'renderer-floor-files-session', from: 'renderer/files/A.tsx', to: 'renderer/parts/text/B.tsx' },
  { rule: 'renderer-floor-files-session', from: 'renderer/session/A.ts', to: 'renderer/parts/text/B.tsx' },
  { rule: 'renderer-floor-ui', from: 'renderer/ui/A.tsx', to: 'renderer/session/B.ts', typeOnly: true },
  { rule: 'renderer-floor-api', from: 'renderer/api/A.ts', to: 'renderer/ui/B.tsx' },
  {
    rule: 'renderer-features-apart',
    from: 'renderer/features/home/A.tsx',
    to: 'renderer/features/reviews/B.ts',
  },
  { rule: 'no-circles', from: 'shared/domain/a.ts', to: 'shared/domain/b.ts', typeOnly: true, back: true },
  { rule: 'resolvable', from: 'shared/domain/planted.ts', to: 'shared/domain/nowhere.ts' },
]

/** What the rules say of the tree under `folder`, as "rule: from -> to". */
async function violations(folder: string): Promise<string[]> {
  const options = {
    ...(await extractOptions(configFile)),
    ruleSet,
    validate: true,
  }
  const { output } = await cruise(['electron', 'renderer', 'shared'], { ...options, baseDir: folder })
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
}

/** The text of a file that imports each of the targets. */
function importing(from: string, targets: readonly Planted[]): string {
  const specifier = (to: string) =>
    /^(electron|renderer|shared)\//.test(to) ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to
  return targets
    .map(({ to, typeOnly }, index) =>
      typeOnly
        ? `import type { T${index} } from '${specifier(to)}'\nexport type U${index} = T${index}`
        : `import { t${index} } from '${specifier(to)}'\nexport const u${index} = t${index}`,
    )
    .join('\n')
}

let folder: string
let found: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-rules-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const back = planted.filter((one) => one.back).map((one) => ({ ...one, from: one.to, to: one.from }))
  const imports = [...planted, ...back]
  const isFile = (to: string) => /^(electron|renderer|shared)\//.test(to) && !to.includes('nowhere')
  const files = new Set([...planted.map(({ from }) => from), ...planted.map(({ to }) => to).filter(isFile)])
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(
      join(folder, file),
      `${importing(
        file,
        imports.filter(({ from }) => from === file),
      )}\nexport {}\n`,
    )
  }
  found = await violations(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(planted)('$rule sees $from importing $to', ({ rule, from }) => {
  expect(found).toContain(`${rule}: ${from}`)
})

test('every rule has a planted violation', () => {
  const named = new Set(planted.map(({ rule }) => rule))
  expect(forbidden.map(nameOf).filter((name) => !named.has(name))).toEqual([])
})

test('the tree keeps every rule that is an error', async () => {
  const errors = new Set(forbidden.filter(({ severity }) => severity === 'error').map(nameOf))
  const broken = (await violations(root)).filter((violation) => errors.has(violation.split(':')[0] ?? ''))
  expect(broken).toEqual([])
})
