import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from '@swc/core'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const mostLines = 300
const mostLinesOfFunction = 100
const mostFiles = 20

/** Each released step is one file, for ever. */
const mayGrow = ['electron/core/db/migrations']

/** Every file of the product, by its path from the root. */
const files = ['electron', 'renderer', 'shared', 'build'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
)

const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const linesOf = (text: string | Buffer) => text.toString().split('\n').length

test(`no file is longer than ${mostLines} lines`, () => {
  const long = files.filter((file) => /\.(ts|tsx|css)$/.test(file) && linesOf(textOf(file)) - 1 > mostLines)
  expect(long).toEqual([])
})

test(`no folder holds more than ${mostFiles} files`, () => {
  const full = [...Map.groupBy(files, dirname)].filter(([, inside]) => inside.length > mostFiles)
  expect(full.map(([folder]) => folder).filter((folder) => !mayGrow.includes(folder))).toEqual([])
})

/** A function counts its own lines: those of the functions inside it are theirs. */
test(`no function is longer than ${mostLinesOfFunction} lines`, () => {
  const long = files.filter((file) => /\.tsx?$/.test(file)).flatMap(longFunctionsOf)
  expect(long).toEqual([])
})

test('a long function is found, and a long one inside a short one too', () => {
  const body = 'call()\n'.repeat(101)
  expect(ownLines(`function long() {\n${body}}`)).toEqual([103])
  expect(ownLines(`function outer() {\n  return () => {\n${body}}\n}`)).toEqual([3, 103])
})

function longFunctionsOf(file: string): string[] {
  const long = ownLines(textOf(file), file.endsWith('x')).filter((lines) => lines > mostLinesOfFunction)
  return long.map((lines) => `${file}: ${lines} lines`)
}

type Node = { type?: string; span?: { start: number; end: number } }

/** The own lines of each function of a source text, outer ones first. */
function ownLines(text: string, tsx = false): number[] {
  const source = Buffer.from(text)
  const tree = parseSync(text, { syntax: 'typescript', tsx, target: 'es2022' })
  // Positions count from the first file ever parsed; the text of this one ends where its tree does.
  const offset = tree.span.end - Buffer.byteLength(text.trimEnd())
  const found: { own: number }[] = []
  const visit = (value: unknown, outer: { own: number } | undefined): void => {
    if (typeof value !== 'object' || value === null) return
    const { type = '', span } = value as Node
    let current = outer
    if (
      span &&
      /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|MethodProperty)$/.test(type)
    ) {
      const lines = linesOf(source.subarray(span.start - offset, span.end - offset))
      if (outer) outer.own -= lines - 1
      current = { own: lines }
      found.push(current)
    }
    for (const child of Object.values(value)) visit(child, current)
  }
  visit(tree.body, undefined)
  return found.map(({ own }) => own)
}
