import { afterAll, expect, it } from 'vitest'
import { pairsOf } from '../../../electron/core/import/formats/file-pairs.ts'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const names = (files: string[]) =>
  pairsOf(files.map((name) => ({ path: name, name })))?.map(({ draft, final }) => [
    draft.name,
    final?.name ?? null,
  ])

it.each([
  [['reply 1 draft.txt', 'reply 1 final.txt'], [['reply 1 draft.txt', 'reply 1 final.txt']]],
  [
    ['reply-1.md', 'reply-1_sent.md', 'reply-2.md'],
    [
      ['reply-1.md', 'reply-1_sent.md'],
      ['reply-2.md', null],
    ],
  ],
  [
    ['Angebot Entwurf.docx', 'Angebot Endfassung.docx'],
    [['Angebot Entwurf.docx', 'Angebot Endfassung.docx']],
  ],
  ...[
    ['001_ai.txt', '001_human.txt'],
    ['Antwort 3 Entwurf.docx', 'Antwort 3 versendet.docx'],
    ['1_generated.txt', '1_approved.txt'],
    ['1 original.txt', '1 revised.txt'],
    ['ticket-12-bot.txt', 'ticket-12-agent.txt'],
    ['Reply 1 (draft).txt', 'Reply 1 (final, sent).txt'],
    ['1_brouillon.txt', '1_envoyé.txt'],
    ['mail1 Vorschlag.txt', 'mail1 Endversion.txt'],
    ['1.draft.txt', '1.as-sent.txt'],
    ['final offer 1 draft.txt', 'final offer 1 sent.txt'],
    ['12345-ai-suggestion.md', '12345-sent-reply.md'],
    ['mail_3_ai_draft.txt', 'mail_3_sent_to_customer.txt'],
    ['reply 1 (AI).txt', 'reply 1 (Kim edited).txt'],
    ['offerte 1 concept.docx', 'offerte 1 definitief.docx'],
    ['odp 1 szkic.txt', 'odp 1 wysłane.txt'],
    ['drafts/1.txt', 'finals/1.txt'],
  ].map((pair): [string[], string[][]] => [pair, [pair]]),
  [['reply 1.txt', 'reply 2.txt'], undefined],
  [['final report.txt', 'draft letter.txt'], undefined],
])('%j are paired by their names', (files, pairs) => {
  expect(names(files)).toEqual(pairs)
})

it('gives an output its final version, unless the owner says that every file is an output', async () => {
  const files = [
    folder.file('reply 1 draft.txt', 'Your parcel left yesterday.'),
    folder.file('reply 1 final.txt', 'Your parcel left on Monday.'),
  ]
  const { rows } = await folder.read(...files)
  expect(rows.map((row) => [row.externalId, row.aiText, row.finalText])).toEqual([
    ['reply 1 draft.txt', 'Your parcel left yesterday.', 'Your parcel left on Monday.'],
  ])
  expect((await folder.preview(...files)).sheets).toEqual([
    'Drafts with their final versions',
    'Every file is an output',
  ])
})
