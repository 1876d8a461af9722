import { afterAll, describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/core/import/formats/encoding.ts'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

/** Bytes of texts in encodings that Node does not write, made by another program. */
const written: [string, string, string][] = [
  [
    'Windows-1250',
    'Děkujeme, zásilka už je na cestě.',
    '44ec6b756a656d652c207ae173696c6b6120759e206a65206e61206365737 4ec2e',
  ],
  [
    'Windows-1250',
    'Paczka jest już w drodze, dziękujemy.',
    '5061637a6b61206a657374206a75bf20772064726f647a652c20647a69ea6b756a656d792e',
  ],
  ['Windows-1251', 'Посылка уже в пути.', 'cfeef1fbebeae020f3e6e520e220eff3f2e82e'],
  [
    'Mac Roman',
    'Schöne Grüße aus München – d’accord',
    '5363689a6e65204772 9fa765206175 73204d9f6e6368656e20d02064d56163636f7264',
  ],
  [
    'Windows-1252',
    'Schöne Grüße aus München – d’accord',
    '536368f66e65204772fcdf6520617573204dfc6e6368656e2096206492616363 6f7264',
  ],
  ['Windows-1252', '“Merci”, c’est déjà prêt', '934d65726369942c2063926573742064e96ae0207072ea74'],
  // Two languages in one text: no Cyrillic letter stands inside a Latin word.
  ['Windows-1252', 'Größe chair naïve', '4772f6df65206368616972206e61ef7665'],
  ['Shift-JIS', 'お荷物は昨日発送しました。', '82a889d795a882cd8df093fa94ad919782b582dc82b582bd8142'],
  ['EUC-JP', 'お荷物は昨日発送しました。', 'a4aab2d9caaaa4cfbaf2c6fcc8afc1f7a4b7a4dea4b7a4bfa1a3'],
]

describe('the encoding of a text that is no UTF-8', () => {
  it.each(written)('%s is told by what the text says: %s', (encoding, text, hex) => {
    const bytes = Buffer.concat([Buffer.from('id,answer\n1,'), Buffer.from(hex.replaceAll(' ', ''), 'hex')])
    expect(decodeText(bytes)).toEqual({ text: `id,answer\n1,${text}`, encoding, hasStrays: false })
  })

  it('can be chosen', () => {
    const bytes = Buffer.from('44ec6b756a65', 'hex')
    expect(decodeText(bytes, 'Windows-1252').text).toBe('Dìkuje')
  })

  it('may be UTF-16 without a mark where little of it is ASCII', () => {
    const text = `id,answer\n${'東京'.repeat(60)}\n`
    expect(decodeText(Buffer.from(text, 'utf16le')).encoding).toBe('UTF-16LE')
  })
})

describe('a stray byte in UTF-8', () => {
  const rows = (third: Buffer) =>
    Buffer.concat([
      Buffer.from('Question,AI text\nFrage 1,Schöne Grüße 😀\nFrage 2,Schöne Grüße\n'),
      third,
      Buffer.from(',Schöne Grüße aus München\n'),
    ])

  it('is named with its row, and everything else is kept', async () => {
    const file = folder.file('a.csv', rows(Buffer.from('Frage 3 für Jürgen', 'latin1')))
    const preview = await folder.preview(file)
    const { rows: read, problems } = await folder.read(file)
    const reason =
      '2 characters of this row are not in the encoding of the file, so they may be wrong. Check them.'
    expect([preview.encoding, preview.toCheck]).toEqual(['UTF-8', { count: 1, first: [{ row: 4, reason }] }])
    expect(read.map(({ request, aiText }) => [request, aiText])).toEqual([
      ['Frage 1', 'Schöne Grüße 😀'],
      ['Frage 2', 'Schöne Grüße'],
      ['Frage 3 für Jürgen', 'Schöne Grüße aus München'],
    ])
    expect(problems).toEqual([{ row: 4, column: null, reason, kept: true }])
  })

  it('in JSON lines is named with its line', async () => {
    const line = (text: Buffer) =>
      Buffer.concat([Buffer.from('{"output":"Grüße '), text, Buffer.from(' 😀"}\n')])
    const file = folder.file('a.jsonl', Buffer.concat([line(Buffer.from('ä')), line(Buffer.from([0xe4]))]))
    const { rows: read, problems } = await folder.read(file)
    expect(read.map(({ aiText }) => aiText)).toEqual(['Grüße ä 😀', 'Grüße ä 😀'])
    expect(problems.map(({ row }) => row)).toEqual([2])
  })
})
