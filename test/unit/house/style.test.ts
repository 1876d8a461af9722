import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type Declaration, type Root } from 'postcss'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

const sheets = globSync('renderer/**/*.css', { cwd: root })
  .filter((file) => !file.endsWith('tokens.css'))
  .map((file) => ({ file, css: postcss.parse(readFileSync(join(root, file), 'utf8')) }))

test('spacing and type come from the tokens', () => {
  expect(sheets.flatMap(({ file, css }) => rawValues(css).map((value) => `${file}: ${value}`))).toEqual([])
})

test('a value that is no token is found', () => {
  const css = postcss.parse('a { padding: 3px 0; margin: 0 -6px; font: 400 13px / 20px serif; gap: 2px }')
  expect(rawValues(css)).toEqual(['padding: 3px 0', 'margin: 0 -6px', 'font: 400 13px / 20px serif'])
})

/** Declarations of spacing or type with a length that is no token; one and two pixels are optics, not spacing. */
function rawValues(css: Root): string[] {
  const found: string[] = []
  css.walkDecls((declaration) => {
    if (isRaw(declaration)) found.push(`${declaration.prop}: ${declaration.value}`)
  })
  return found
}

function isRaw({ prop, value }: Declaration): boolean {
  if (/^(font|font-size|line-height)$/.test(prop)) return /\d(px|r?em)\b/.test(value)
  if (!/^(padding|margin)(-|$)|gap$/.test(prop)) return false
  return [...value.matchAll(/([\d.]+)px/g)].some(([, length]) => Number(length) > 2)
}

test('a rule of three declarations or more stands once', () => {
  const places = new Map<string, string[]>()
  for (const { file, css } of sheets) {
    css.walkRules((rule) => {
      const declarations = rule.nodes.filter((node) => node.type === 'decl')
      if (declarations.length < 3) return
      const text = declarations.map(({ prop, value }) => `${prop}: ${value}`).sort()
      const key = text.join('; ')
      places.set(key, [...(places.get(key) ?? []), `${file} ${rule.selector}`])
    })
  }
  expect([...places.values()].filter((all) => all.length > 1)).toEqual([])
})
