import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { maxUploadBytes } from '../../shared/domain/upload-limit.ts'
import { aWorkflow } from '../helpers/builders.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'

const kept = (app: TestApp) => readdirSync(join(app.dataDir, 'tmp'))

/** A body of `megabytes`, made as it is read. */
function streamOf(megabytes: number) {
  let left = megabytes
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(1024 * 1024))
      else controller.close()
    },
  })
}

const send = (app: TestApp, name: string, body: BodyInit | null, headers: Record<string, string> = {}) =>
  app.fetch(`/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)

describe('a file that is sent', () => {
  it('comes back byte for byte under its name', async () => {
    await using app = await createTestApp()
    const bytes = new Uint8Array([0, 255, 13, 10, 0, 34])
    const sent = await send(app, 'replies.csv', bytes)
    expect(await sent.json()).toEqual({ fileId: expect.any(String), name: 'replies.csv', size: 6 })
    const fileId = await app.upload('replies.csv', bytes)
    const answer = await app.fetch(`/files/${fileId}`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-disposition': "attachment; filename*=UTF-8''replies.csv",
      'content-length': '6',
      'content-type': 'application/octet-stream',
    })
  })

  it('is refused by its announced size before a byte is read', async () => {
    await using app = await createTestApp()
    let isRead = false
    const body = new ReadableStream(
      {
        pull(controller) {
          isRead = true
          controller.error(new Error('read'))
        },
      },
      { highWaterMark: 0 },
    )
    const answer = await send(app, 'huge.csv', body, { 'content-length': String(maxUploadBytes + 1) })
    expect([answer.status, await answer.json()]).toEqual([
      422,
      {
        message:
          'huge.csv is larger than 64 MB. Nothing was read. Export one month at a time, or split the file.',
        data: { problems: [] },
      },
    ])
    expect(isRead).toBe(false)
    expect(kept(app)).toEqual([])
  })

  it('is refused when it grows past the limit whatever it announced, and nothing of it is kept', async () => {
    await using app = await createTestApp()
    const answer = await send(app, 'huge.csv', streamOf(65), { 'content-length': '100' })
    expect([answer.status, (await answer.json()).message]).toEqual([
      422,
      expect.stringContaining('larger than 64 MB'),
    ])
    expect(kept(app)).toEqual([])
  })

  it('of exactly the limit is taken', async () => {
    await using app = await createTestApp()
    expect(await (await send(app, 'large.csv', streamOf(64))).json()).toMatchObject({ size: maxUploadBytes })
  })

  it('that breaks off in the middle leaves nothing', async () => {
    await using app = await createTestApp()
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: (controller) => controller.error(new Error('The window was closed')),
    })
    expect((await send(app, 'half.csv', body)).ok).toBe(false)
    expect(kept(app)).toEqual([])
  })

  it('without a byte says so, at once or when it is looked into', async () => {
    await using app = await createTestApp()
    const none = await send(app, 'none.csv', null)
    expect([none.status, (await none.json()).message]).toEqual([422, 'none.csv is empty. Nothing was read.'])
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const fileIds = [await app.upload('empty.csv', '')]
    await expect(app.client.imports.preview({ workflowId, fileIds })).rejects.toThrow(/empty/)
  })

  it('is gone after the next start', async () => {
    await using app = await createTestApp()
    const fileId = await app.upload('replies.csv', 'A')
    await app.restart()
    expect(kept(app)).toEqual([])
    const answer = await app.fetch(`/files/${fileId}`)
    expect([answer.status, (await answer.json()).message]).toEqual([
      404,
      'That file is no longer here. Choose it again.',
    ])
  })
})

describe('the name of a download', () => {
  it.each([
    ['quotes', `a"b'c.csv`, `a"b'c.csv`],
    ['a line break', 'a\r\nSet-Cookie: x=1\r\n\r\n.csv', 'a__Set-Cookie: x=1____.csv'],
    ['a direction override', 'report\u202efdp.exe', 'report_fdp.exe'],
    ['a way up', '../../evenkeel.db', '.._.._evenkeel.db'],
    ['backslashes', '..\\..\\evenkeel.db', '.._.._evenkeel.db'],
    ['a NUL', 'a\u0000b.csv', 'a_b.csv'],
    ['umlauts, Chinese and emoji', 'Prüfung 十一月 😀.csv', 'Prüfung 十一月 😀.csv'],
    ['a per cent sign and brackets', '5% (final)*.csv', '5% (final)*.csv'],
    ['nothing', '', 'file'],
  ])('with %s is one clean line', async (_what, name, expected) => {
    await using app = await createTestApp()
    const answer = await app.fetch(`/files/${await app.upload(name, 'A')}`)
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(expected)
  })

  it('cut in the middle of an emoji still downloads', async () => {
    await using app = await createTestApp()
    const answer = await app.fetch(`/files/${await app.upload(`a${'😀'.repeat(200)}.csv`, 'A')}`)
    expect(answer.status).toBe(200)
  })
})
