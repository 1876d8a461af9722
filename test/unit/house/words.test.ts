import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../../renderer')

/** The words that stand inline between the tags of a component, instead of in the words.ts beside it. */
function inlineWords(source: string): string[] {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one)
      return
    }
    if (typeof value !== 'object' || value === null) return
    const node = value as { type?: string; value?: unknown }
    if (node.type === 'JSXText' && /\p{L}{2}/u.test(String(node.value))) found.push(String(node.value).trim())
    for (const part of Object.values(node)) visit(part)
  }
  visit(parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2022' }))
  return found
}

test('every word shown stands in a words.ts, ready to be translated', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const inline = files.flatMap((file) =>
    inlineWords(readFileSync(join(renderer, file), 'utf8')).map((words) => `${file}: ${words}`),
  )
  expect(inline).toEqual([])
})

test('an inline word is found', () => {
  expect(inlineWords('const a = <p>Save <b>{words.now}</b> – later</p>')).toEqual(['Save', '– later'])
})
