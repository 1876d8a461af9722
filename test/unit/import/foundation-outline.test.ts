import { afterAll, describe, expect, it } from 'vitest'
import { readSections } from '../../../electron/core/import/sections.ts'
import { createImportFolder } from '../../helpers/import-files.ts'
import { wordFile, wordPart } from '../../helpers/word-file.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const { heading, paragraph, table, footnote, link } = wordPart
const read = (name: string, content: string | Buffer) => readSections(folder.file(name, content))
const outline = async (name: string, content: string | Buffer) =>
  (await read(name, content)).sections.map(({ level, name }) => `${level} ${name}`)

describe('the headings of a document', () => {
  it('have levels below its title, and a chapter of a heading alone is kept', async () => {
    const file = wordFile([
      heading(1, 'Our Foundation'),
      heading(2, 'Offer'),
      heading(4, 'Prices'),
      paragraph('20 a month.'),
      heading(2, 'Open points'),
      heading(2, 'Tone'),
      paragraph('Warm.'),
    ])
    expect(await read('f.docx', file)).toEqual({
      sections: [
        { name: 'Offer', text: '', level: 1 },
        { name: 'Prices', text: '20 a month.', level: 2 },
        { name: 'Open points', text: '', level: 1 },
        { name: 'Tone', text: 'Warm.', level: 1 },
      ],
      warnings: ['"Our Foundation" is the title of the document, so no section was made of it.'],
    })
  })

  it.each([
    [
      'numbered ones that count on',
      '1. Offer\n\n1.1 Prices\nFrom 20 a month.\n\n1.2 Terms\n\n30 days.\n\n2. Tone\n\nWarm.\n\n1. first\n\n2. second\n\nEnd.',
      ['1 1. Offer', '2 1.1 Prices', '2 1.2 Terms', '1 2. Tone'],
    ],
    [
      'chapters by their word',
      'Chapter 1: Offer\n\n20.\n\nChapter 2: Tone\n\nWarm.',
      ['1 Chapter 1: Offer', '1 Chapter 2: Tone'],
    ],
    [
      'capitals with numbered ones below',
      'OFFER\n\n1. Prices\n\n20.\n\n2. Terms\n\n30 days.\n\nTONE\nWarm.',
      ['1 OFFER', '2 1. Prices', '2 2. Terms', '1 TONE'],
    ],
    ['no list of numbers', 'RULES\n\n1. Be warm\n\n2. Be short\n\n3. Be clear\n\nThat is all.', ['1 RULES']],
    ['no list without gaps', 'RULES\n\nFor all:\n1. Be warm\n2. Be short\n\nThat is all.', ['1 RULES']],
  ])('of a text: %s', async (_, text, expected) => {
    expect(await outline('f.txt', text)).toEqual(expected)
  })
})

describe('what is left out of a document, and said', () => {
  it('contents and page numbers of a text, but no list of prices', async () => {
    const text =
      'CONTENTS\n\n1. Offer ........ 2\n2. Tone ........ 3\n\n- 1 -\n\f1. Offer\n\nBasic ..... 20\nLarge ..... 40\n\nPage 2 of 3\n\n2. Tone\n\nWarm.\n3\f'
    expect(await read('f.txt', text)).toEqual({
      sections: [
        { name: '1. Offer', text: 'Basic ..... 20\nLarge ..... 40', level: 1 },
        { name: '2. Tone', text: 'Warm.', level: 1 },
      ],
      warnings: ['The table of contents was left out.', '3 page numbers were left out.'],
    })
  })

  it('a contents list of links, and comments of a Word document', async () => {
    const text = '# Contents\n\n- [Offer](#offer)\n- [Tone](#tone)\n\n# Offer\n20.\n\n# Tone\nWarm.'
    expect(await read('f.md', text)).toMatchObject({
      sections: [{ name: 'Offer' }, { name: 'Tone' }],
      warnings: ['The table of contents was left out.'],
    })
    const file = wordFile([heading(1, 'Tone'), paragraph('Warm.')], { comments: ['Really?', 'Yes.'] })
    expect(await read('f.docx', file)).toEqual({
      sections: [{ name: 'Tone', text: 'Warm.', level: 1 }],
      warnings: ['2 comments were left out.'],
    })
  })
})

describe('what stays with its section', () => {
  it('footnotes and the addresses of links, in Word', async () => {
    const file = wordFile(
      [
        heading(1, 'Offer'),
        paragraph('Refunds take five days.', footnote(2)),
        heading(1, 'Tone'),
        paragraph('See ', link('our guide'), '.', footnote(3)),
      ],
      { footnotes: ['Working days.', 'As of March.'], address: 'https://fernhill.example/tone' },
    )
    expect((await read('f.docx', file)).sections).toEqual([
      { name: 'Offer', text: 'Refunds take five days.[1]\n\n[1] Working days.', level: 1 },
      {
        name: 'Tone',
        text: 'See our guide (https://fernhill.example/tone).[2]\n\n[2] As of March.',
        level: 1,
      },
    ])
  })

  it('footnotes of Markdown, wherever they are written', async () => {
    const text =
      '# Offer\nFive days.[^1]\n\n# Tone\nWarm.[^b]\n\n[^1]: Working days.\n[^b]: Never chummy.\n  Never.\n'
    expect((await read('f.md', text)).sections.map((section) => section.text)).toEqual([
      'Five days.[^1]\n\n[^1]: Working days.',
      'Warm.[^b]\n\n[^b]: Never chummy.\n  Never.',
    ])
  })

  it('tables with cells over several columns, and marks that would end a cell', async () => {
    const file = wordFile([
      heading(1, 'Offer'),
      paragraph('Our plans:'),
      table([
        ['Plan', 'Price'],
        ['Basic | small', '20'],
      ]),
      paragraph('Per month.'),
    ])
    expect(await read('f.docx', file)).toEqual({
      sections: [
        {
          name: 'Offer',
          text: 'Our plans:\n\n| Plan | Price |\n| --- | --- |\n| Basic \\| small | 20 |\n\nPer month.',
          level: 1,
        },
      ],
      warnings: ['One table came in, the first row as the head. Check the cells.'],
    })
  })
})
