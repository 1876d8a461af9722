import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { readSections } from '../../../electron/core/import/sections.ts'
import { createImportFolder } from '../../helpers/import-files.ts'
import { wordFile, wordPart } from '../../helpers/word-file.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...parts: string[]) => `<w:p>${parts.join('')}</w:p>`

async function word(...body: string[]) {
  const { sections, warnings } = await readSections(
    folder.file('a.docx', wordFile([wordPart.heading(1, 'Prices'), ...body])),
  )
  return { text: sections[0]?.text, warnings }
}
const markdown = (text: string) => readSections(folder.file('a.md', text))

describe('the text of a Word document', () => {
  it.each([
    ['a simple field', `<w:fldSimple w:instr=" IF 2 > 1 ">${run('89 euros')}</w:fldSimple>`, '89 euros'],
    ['a direction', `<w:dir w:val="rtl"><w:bdo w:val="ltr">${run('89 euros')}</w:bdo></w:dir>`, '89 euros'],
    [
      'a tag',
      `<w:smartTag w:uri="u" w:element="price"><w:smartTagPr/>${run('89 euros')}</w:smartTag>`,
      '89 euros',
    ],
    [
      'a reading aid beside it',
      `<w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r>`,
      '東京',
    ],
    [
      'a field of several runs',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY Price </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('89 euros')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      '89 euros',
    ],
  ])('is kept inside %s', async (_, part, text) => {
    expect(await word(paragraph(run('It costs '), part, run('.')))).toEqual({
      text: `It costs ${text}.`,
      warnings: [],
    })
  })

  it('keeps a formula on one line, and says so', async () => {
    const math =
      '<m:oMath xmlns:m="m"><m:r><m:t>r=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>'
    expect(await word(paragraph(run('Rate: '), math))).toEqual({
      text: 'Rate: r=a/b',
      warnings: ['One formula came in as a line of text. Check it against the document.'],
    })
  })

  it('leaves out what is struck through or hidden, and names it', async () => {
    expect(
      await word(
        paragraph(
          run('It costs '),
          run('79 euros', '<w:strike/>'),
          run(' 89 euros'),
          run(' (cost 40)', '<w:vanish/>'),
          run(' now', '<w:vanish w:val="0"/>'),
          run('.'),
        ),
      ),
    ).toEqual({
      text: 'It costs  89 euros now.',
      warnings: [
        'Text that is struck through was left out: "79 euros".',
        'Hidden text was left out: "(cost 40)".',
      ],
    })
  })

  it('leaves out its table of contents', async () => {
    const line = (text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${run(text)}<w:r><w:tab/></w:r>${run('3')}</w:p>`
    expect(await word(line('Prices'), line('Returns'), wordPart.paragraph('It costs 89 euros.'))).toEqual({
      text: 'It costs 89 euros.',
      warnings: ['The table of contents was left out.'],
    })
  })

  it('reads a file that lost its last byte', async () => {
    const bytes = wordFile([wordPart.heading(1, 'Prices'), wordPart.paragraph('It costs 89 euros.')])
    const { sections } = await readSections(folder.file('a.docx', bytes.subarray(0, -1)))
    expect(sections).toEqual([{ name: 'Prices', text: 'It costs 89 euros.', level: 1 }])
  })

  const real = new URL('../../../../shared/data/cases/foundation-field.docx', import.meta.url)
  it.skipIf(!existsSync(real))(
    'of the case with fields is whole (skipped where ../shared/data/cases is absent)',
    async () => {
      const { sections } = await readSections({ path: real.pathname, name: 'foundation-field.docx' })
      expect(sections[0]?.text).toBe('The standard chair costs 89 euros and is delivered by Nordlicht.')
    },
  )
})

describe('the text of a Markdown document', () => {
  it('begins after its front matter, whose title and dates are used', async () => {
    const { sections, warnings } = await markdown(
      '---\ntitle: "Prices"\nlast updated: 2026-03-01\nlayout: page\ntags: [a, b]\n---\n\nThe chair costs 89 euros.\n',
    )
    expect(sections).toEqual([
      { name: 'Prices', text: 'Last updated: 2026-03-01\n\n\nThe chair costs 89 euros.', level: 1 },
    ])
    expect(warnings).toEqual([
      'The facts at the top of the file were left out, but for its title and dates (2).',
    ])
  })

  it('leaves comments out, but for those in code', async () => {
    const { sections, warnings } = await markdown(
      '# Prices\n\nThe chair <!-- was 79 -->costs 89 euros.\n\n```\n<!-- kept -->\n```\n\n[//]: # (hidden)\n',
    )
    expect(sections[0]?.text).toBe('The chair costs 89 euros.\n\n```\n<!-- kept -->\n```')
    expect(warnings).toEqual(['2 comments were left out.'])
  })

  it('may begin with a rule that is no front matter', async () => {
    const { sections } = await markdown('---\n\nA line.\n\n---\n\n# Prices\n\n89 euros.\n')
    expect(sections.at(-1)).toEqual({ name: 'Prices', text: '89 euros.', level: 1 })
  })
})
