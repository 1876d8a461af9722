import { expect, it } from 'vitest'
import { withoutFrontMatter } from '../../../electron/core/import/formats/documents/front-matter.ts'

it.each([
  ['a note of HTML', '# Returns\nText <!-- ask Kim -->', '# Returns\nText '],
  ['a note of Obsidian', '# Returns\n%% ask Kim %%\nText', '# Returns\n\nText'],
  ['a note of MDX', '# Returns\n{/* ask Kim */}\nText', '# Returns\n\nText'],
  ['a note of Liquid', '{% comment %}ask Kim{% endcomment %}\n# Returns', '\n# Returns'],
])('leaves out %s', (_, text, body) => {
  expect(withoutFrontMatter(text)).toEqual({ body, dropped: ['One comment was left out.'] })
})

it('keeps what looks like a comment inside code, and shares that are no notes', () => {
  const text = '# Returns\n```\n{/* kept */} <!-- kept -->\n```\n60 % of 100 % are returned.'
  expect(withoutFrontMatter(text)).toEqual({ body: text, dropped: [] })
})

it('keeps the title and every date of the facts at the top', () => {
  const facts =
    '---\ntitle: Returns\nowner: Kim\nlast_reviewed: 2026-03-03\neffective date: 2026-04-01\n---\nText'
  expect(withoutFrontMatter(facts)).toEqual({
    body: '# Returns\nLast reviewed: 2026-03-03\nEffective date: 2026-04-01\n\nText',
    dropped: ['The facts at the top of the file were left out, but for its title and dates (1).'],
  })
})
