import { describe, expect, it } from 'vitest'
import { aWorkflow } from '../../helpers/builders.ts'
import { approval } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'
import { wordFile, wordPart } from '../../helpers/word-file.ts'
import { makeZip } from '../../helpers/zip.ts'

const { heading, paragraph, tracked, table, item, image } = wordPart

async function previewOf(app: TestApp, name: string, content: string | Uint8Array) {
  return app.client.documents.previewImport({ fileId: await app.upload(name, content) })
}

const noHeadings = 'No headings were found, so the document is one section. Split it here where you want to.'

describe('a Foundation document', () => {
  it('from Word is split at its headings, with lists, tables and accepted changes as text', async () => {
    await using app = await createTestApp()
    const file = wordFile([
      paragraph('Fernhill Supply'),
      heading(1, 'Offer'),
      heading(2, 'Prices &amp; terms'),
      paragraph('From 20 &lt;euros&gt; a month.'),
      tracked('Paid within ', '30', '14'),
      table([
        ['Plan', 'Price'],
        ['Basic', '20'],
      ]),
      heading(3, 'Tone'),
      item('Warm'),
      item('never chummy', 1),
      item('Short'),
      image(),
      paragraph('That is all.'),
      heading(4, 'Greeting'),
      paragraph('“Dear …” 😀'),
    ])
    expect(await previewOf(app, 'Our Foundation.docx', file)).toEqual({
      sections: [
        { name: 'Our Foundation', text: 'Fernhill Supply', level: 1 },
        {
          name: 'Prices & terms',
          text: 'From 20 <euros> a month.\n\nPaid within 30\n\n| Plan | Price |\n| --- | --- |\n| Basic | 20 |',
          level: 1,
        },
        { name: 'Tone', text: '- Warm\n  - never chummy\n- Short\n\nThat is all.', level: 2 },
        { name: 'Greeting', text: '“Dear …” 😀', level: 3 },
      ],
      warnings: [
        'The document has tracked changes. They came in as if all were accepted.',
        'One table came in, the first row as the head. Check the cells.',
        'One picture was left out. Put what it says into words, if the AI needs it.',
        '"Offer" is the title of the document, so no section was made of it.',
      ],
    })
  })

  it.each([
    [
      'Markdown',
      'f.md',
      '\uFEFFIntro\r\n\r\n# Tone #\r\nWarm.\r\n\r\n```\r\n# not a heading\r\n```\r\n## **Rules**\r\n#hashtag\r\n#### Deep\r\nx\r\n\r\nTerms\r\n-----\r\n30 days.',
      [
        { name: 'f', text: 'Intro' },
        { name: 'Tone', text: 'Warm.\n\n```\n# not a heading\n```' },
        { name: 'Rules', text: '#hashtag' },
        { name: 'Deep', text: 'x' },
        { name: 'Terms', text: '30 days.' },
      ],
    ],
    [
      'text with lines in capitals and underlined ones',
      'f.txt',
      'TONE\nWarm.\n\nPrices\n======\n20 a month.\n\nShort line\n\nA longer paragraph follows here.\n\n日本語\nテキスト',
      [
        { name: 'TONE', text: 'Warm.' },
        {
          name: 'Prices',
          text: '20 a month.\n\nShort line\n\nA longer paragraph follows here.\n\n日本語\nテキスト',
        },
      ],
    ],
    [
      'text with short lines above paragraphs',
      'f.txt',
      'Tone of voice\n\nWarm and short, in whole sentences.\n\n2. Prices\n\nFrom 20 a month.\n\nKind regards,\n\nDana\n',
      [
        { name: 'Tone of voice', text: 'Warm and short, in whole sentences.' },
        { name: '2. Prices', text: 'From 20 a month.\n\nKind regards,\n\nDana' },
      ],
    ],
  ])('from %s is split', async (_case, name, content, sections) => {
    await using app = await createTestApp()
    const read = (await previewOf(app, name, content)).sections
    expect(read.map(({ name, text }) => ({ name, text }))).toEqual(sections)
  })

  it('without headings is one section named after the file', async () => {
    await using app = await createTestApp()
    const text = Buffer.from('Wir gr\xfc\xdfen freundlich. Immer.', 'latin1')
    expect(await previewOf(app, 'Ton.txt', text)).toEqual({
      sections: [{ name: 'Ton', text: 'Wir grüßen freundlich. Immer.', level: 1 }],
      warnings: [noHeadings],
    })
  })

  const password = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  it.each([
    ['empty', 'a.docx', '', '"a.docx" holds no text. Choose the document your Foundation is in.'],
    ['blank', 'a.md', ' \n ', '"a.md" holds no text. Choose the document your Foundation is in.'],
    [
      'blank in Word',
      'a.docx',
      wordFile([paragraph('')]),
      '"a.docx" holds no text. Choose the document your Foundation is in.',
    ],
    [
      'of headings only',
      'a.md',
      '# A\n# B',
      '"a.md" holds headings only. Choose a document with text under them.',
    ],
    [
      'cut off',
      'a.docx',
      wordFile([paragraph('x')]).subarray(0, 300),
      '"a.docx" is damaged: it could not be unpacked. Save or export it again and choose the new file.',
    ],
    [
      'another zip',
      'a.docx',
      makeZip([{ name: 'x.txt', data: 'x' }]),
      '"a.docx" is not a Word document, whatever its name says. Save it from Word as .docx and choose that file.',
    ],
    [
      'a renamed text',
      'a.docx',
      'Tone',
      '"a.docx" is named .docx, but it holds no Word document. Save it from Word again and choose the new file.',
    ],
    [
      'protected by a password',
      'a.docx',
      password,
      '"a.docx" is protected by a password. Open it in Word, save a copy without the password, and choose the copy.',
    ],
    [
      'a PDF',
      'a.docx',
      '%PDF-1.7',
      '"a.docx" is a PDF, whatever its name says. Evenkeel reads a Foundation from .docx, .md or .txt.',
    ],
    [
      'a table',
      'a.csv',
      'a,b',
      '"a.csv" is not a document Evenkeel can split. It reads a Foundation from .docx, .md or .txt.',
    ],
    [
      'one section of half a million characters',
      'a.md',
      `# A\n${'x'.repeat(500_000)}`,
      '"A" in "a.md" is longer than 400,000 characters. Add headings to the document and choose it again.',
    ],
  ])('that is %s is refused in plain words', async (_case, name, content, message) => {
    await using app = await createTestApp()
    const file =
      name === 'a.docx' && content === ''
        ? app.upload(name, ' ').then(() => app.upload(name, new Uint8Array()))
        : app.upload(name, content)
    const call = file.then((fileId) => app.client.documents.previewImport({ fileId }))
    expect(await refusal(call)).toEqual({ code: 'INVALID_INPUT', message, fields: [] })
  })

  it('of 200 pages is split in another thread, so that the app is not held up', async () => {
    await using app = await createTestApp()
    const words = 'Our prices hold until the end of the year and are the same for everyone. '.repeat(8)
    const pages = Array.from({ length: 200 }, (_, page) => [
      heading(1, `Chapter ${page + 1}`),
      ...Array.from({ length: 5 }, () => paragraph(words)),
    ])
    const fileId = await app.upload('long.docx', wordFile(pages.flat()))
    // Processor time, not time on the clock: a busy computer must not turn this red.
    const [here, everywhere] = [process.threadCpuUsage(), process.cpuUsage()]
    const { sections, warnings } = await app.client.documents.previewImport({ fileId })
    const used = process.threadCpuUsage(here)
    const total = process.cpuUsage(everywhere)
    expect([sections.length, warnings]).toEqual([200, []])
    expect(used.user + used.system).toBeLessThan((total.user + total.system) / 4)
  })

  it('of very many small headings is split at the higher ones only', async () => {
    await using app = await createTestApp()
    const text = Array.from({ length: 30 }, (_, chapter) =>
      [
        `# Chapter ${chapter}`,
        'Intro',
        ...Array.from({ length: 20 }, (_, at) => `## Point ${at}\ntext`),
      ].join('\n'),
    ).join('\n')
    const { sections } = await previewOf(app, 'many.md', text)
    expect(sections.map(({ name }) => name)).toEqual(Array.from({ length: 30 }, (_, n) => `Chapter ${n}`))
  })
})

describe('importing sections', () => {
  const sections = [
    { name: 'Tone', text: 'Warm.' },
    { name: 'Terms', text: '30 days. ' },
  ]

  it('publishes version 1 of each in their order, as one change of the active workflows', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { client } = app
    await client.workflows.create(aWorkflow())
    await client.workflows.create(aWorkflow({ name: 'Adverts', stage: 'pilot' }))
    await client.workflows.create(aWorkflow({ name: 'Old', stage: 'retired', retiredOn: '2026-03-10' }))
    const made = await client.documents.importSections({ sections, ...approval('2026-03-04') })
    expect(await client.documents.list({ workflowId: null })).toEqual(made)
    expect(
      made.map(({ name, position, current, draft }) => [name, position, current?.number, draft]),
    ).toEqual([
      ['Tone', 1, 1, null],
      ['Terms', 2, 1, null],
    ])
    expect(made.map(({ current }) => [current?.text, current?.changeNumber, current?.liveOn])).toEqual([
      ['Warm.', 1, '2026-03-04'],
      ['30 days. ', 1, '2026-03-04'],
    ])
    expect(await client.changes.get({ number: 1 })).toMatchObject({
      onDate: '2026-03-04',
      kind: 'foundation',
      what: 'Foundation imported: 2 sections',
      from: '',
      to: 'Tone\nTerms',
      workflowNames: ['Adverts', 'Customer replies'],
      documentId: null,
      ...{ why: 'The old one was out of date.', decidedBy: 'Dana', approvedBy: 'Ines Moreau' },
    })
  })

  it('keeps a chapter of a heading alone, which is not in force yet', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const list = [{ name: 'Offer', text: '' }, ...sections]
    const made = await app.client.documents.importSections({ sections: list, ...approval('2026-03-04') })
    expect(made.map(({ name, current }) => [name, current?.number ?? null])).toEqual([
      ['Offer', null],
      ['Tone', 1],
      ['Terms', 1],
    ])
  })

  it.each([
    ['a name used twice', [...sections, { name: 'TONE', text: 'x' }], '2026-03-04', 'sections.2.name'],
    ['sections without any text', [{ name: 'Offer', text: ' \n' }], '2026-03-04', 'sections'],
    ['a date in the future', sections, '2026-03-21', 'liveOn'],
  ])('keeps nothing of an import with %s', async (_case, list, liveOn, field) => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const call = app.client.documents.importSections({ sections: list, ...approval(liveOn) })
    expect(await refusal(call)).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
    expect(await app.client.documents.list({ workflowId: null })).toEqual([])
    expect(app.inspect((db) => db.prepare('SELECT count(*) FROM changes').pluck().get())).toBe(0)
  })
})
