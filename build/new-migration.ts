import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const help = `npm run migration:new -- NAME

Makes the next step of the database (a file, its line in the list, its test).
NAME says in a few words-with-hyphens what the step is about.`

const folder = 'electron/core/db/migrations'

/** Writes the step after the newest one under `root` and its test; the paths written. Throws on a name in use. */
export function newMigration(root: string, name: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`${name}: use words-with-hyphens`)
  const steps = readdirSync(join(root, folder)).filter((file) => /^\d{4}-/.test(file))
  if (steps.some((file) => file.slice(5) === `${name}.ts`)) throw new Error(`There is a step ${name} already`)
  const number = Math.max(0, ...steps.map((file) => Number(file.slice(0, 4)))) + 10
  const file = `${String(number).padStart(4, '0')}-${name}`
  const constant = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const list = join(root, folder, 'index.ts')
  const paths = [`${folder}/${file}.ts`, `test/core/db/migration-${file}.test.ts`] as const
  if (existsSync(join(root, paths[1]))) throw new Error(`${paths[1]} is there already`)
  writeFileSync(join(root, paths[0]), stepText(constant, number, name))
  writeFileSync(join(root, paths[1]), testText(number, name))
  writeFileSync(list, registered(readFileSync(list, 'utf8'), constant, file))
  return [...paths, `${folder}/index.ts`]
}

const stepText = (
  constant: string,
  number: number,
  name: string,
) => `import type { Migration } from './migration.ts'

/** Say here what the step is for. */
export const ${constant}: Migration = {
  number: ${number},
  name: '${name}',
  sql: \`
-- Frozen once released: what comes later is another step.
\`,
}
`

const testText = (number: number, name: string) => `import { expect, it } from 'vitest'
import { schemaVersion } from '../../../electron/core/db/schema.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'

it('step ${number}, ${name}, keeps what a company has', async () => {
  await using app = await companyOf0110()
  expect(app.inspect(schemaVersion)).toBeGreaterThanOrEqual(${number})
  expect(app.inspect((db) => db.pragma('foreign_key_check'))).toEqual([])
})
`

function registered(list: string, constant: string, file: string): string {
  const lastImport = "import type { Migration } from './migration.ts'"
  const at = list.lastIndexOf(']')
  if (!list.includes(lastImport) || at < 0) throw new Error('The list of migrations does not look as it did')
  return `${list.slice(0, at)}  ${constant},\n${list.slice(at)}`.replace(
    lastImport,
    `import { ${constant} } from './${file}.ts'\n${lastImport}`,
  )
}

if (process.argv[1] === import.meta.filename) {
  const name = process.argv[2]
  if (name === undefined || name.startsWith('-')) {
    console.log(help)
  } else {
    console.log(newMigration(join(import.meta.dirname, '..'), name).join('\n'))
  }
}
