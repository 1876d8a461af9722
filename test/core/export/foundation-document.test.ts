import { writeFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { aReview } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'
import { elementsOf, partsOf } from '../../helpers/workbook-parts.ts'
import { temporaryPath } from './workbook-reader.ts'

async function saved(app: TestApp, format: 'docx' | 'md') {
  const { fileId, name } = await app.client.exports.foundation({ format })
  return { name, bytes: Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()) }
}

it('the Foundation in force is a Word document and Markdown, with version and date of each section', async () => {
  await using app = await createTestApp()
  await app.client.company.create({ name: 'Ægir & <Söhne>', ownerName: 'Dana' })
  const { section, again } = documentsOf(app)
  const wording = `=cmd|' /C calc'!A0 <b> & \u0001\n\n  ${'long '.repeat(400)}日本 😀 end`
  const offer = await section('Offer & prices', 'Old prices', '2026-09-01')
  await again(offer, wording, '2026-10-01')
  await section('Tone', 'Warm.', '2026-09-02')

  const md = await saved(app, 'md')
  expect(md.name).toBe('evenkeel-foundation-2026-11-21.md')
  const text = md.bytes.toString('utf8')
  expect(text).toContain('# Ægir & <Söhne>: Foundation')
  expect(text).toContain(
    `## Offer & prices\n\n_Version 2, in force since 1 October 2026, approved by Ines Moreau._\n\n${wording}`,
  )
  expect(text).not.toContain('Old prices')

  const docx = await saved(app, 'docx')
  const path = temporaryPath()
  writeFileSync(path, docx.bytes)
  for (const [name, xml] of await partsOf(path)) expect(() => elementsOf(xml), name).not.toThrow()
  const read = await mammoth.extractRawText({ buffer: docx.bytes })
  const said = (raw: string) =>
    raw
      .replaceAll(/^#+ |^_|_$/gm, '')
      .replaceAll('\u0001', '')
      .split('\n')
      .filter(Boolean)
  expect(said(read.value)).toEqual(said(text))
  const { value } = await mammoth.convertToHtml({ buffer: docx.bytes })
  expect([...value.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, heading]) => heading)).toEqual([
    'Offer &amp; prices',
    'Tone',
  ])
})

it('comes back as it went out: every section, its tables and none of the lines about versions', async () => {
  await using app = await createTestApp()
  await app.client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
  const { section } = documentsOf(app)
  const prices = 'Per month:\n\n| Plan | Price |\n| --- | --- |\n| Basic \\| small | 20 |\n\nAll with VAT.'
  await section('Offer', prices, '2026-09-01')
  await section('Tone', 'Warm.', '2026-09-02')
  for (const format of ['docx', 'md'] as const) {
    const { name, bytes } = await saved(app, format)
    const { sections } = await app.client.documents.previewImport({ fileId: await app.upload(name, bytes) })
    expect(sections, format).toEqual([
      { name: 'Offer', text: prices, level: 1 },
      { name: 'Tone', text: 'Warm.', level: 1 },
    ])
  }
})

it('without a section there is nothing to save, and no prompt to assemble', async () => {
  await using app = await createTestApp()
  const { workflowId } = await aReview(app.client)
  expect(await refusal(app.client.exports.foundation({ format: 'md' }))).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(await app.client.documents.assembled({ workflowId })).toBeNull()
})

it('one assembled prompt is the prompt in force and its sections in force, whole', async () => {
  await using app = await createTestApp()
  const { workflowId } = await aReview(app.client)
  const { section, prompt, again } = documentsOf(app)
  const tone = await section('Tone', 'Stiff.', '2026-09-01')
  await section('Terms', 'Not drawn on.', '2026-09-01')
  await prompt(workflowId, 'Answer {{input}} kindly.', '2026-09-02', [tone.id])
  await again(tone, `Warm. ${'x'.repeat(2000)}`, '2026-10-01')
  const { releases } = app.client
  const [latest] = await releases.list({ workflowId })
  expect(await app.client.documents.assembled({ workflowId })).toEqual({
    text: `Answer {{input}} kindly.\n\n# Tone\n\nWarm. ${'x'.repeat(2000)}`,
    release: latest?.number,
    liveOn: '2026-10-01',
  })
})
