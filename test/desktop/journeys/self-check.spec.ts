import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'

test('the self-check says how the computer and the data are, opens no window, and keeps what it said', async ({
  desktop,
}) => {
  const first = desktop.startAgain(['--self-check'])
  expect(first.said).toMatch(/^OK +Sandbox: pages run inside it\./m)
  expect(first.said).toMatch(/^OK +Writing: the folder takes writes/m)
  expect(first.said).toMatch(/^OK +Database: none yet/m)
  expect(first.said).toMatch(/^– +Fuses: not looked at: this is not the installed program/m)
  expect(first.status).toBe(0)
  expect(readFileSync(join(desktop.dataDir, 'self-check.txt'), 'utf8')).toBe(first.said)

  const { quit } = await desktop.start()
  const whileOpen = desktop.startAgain(['--self-check'])
  expect(whileOpen).toMatchObject({ status: 1, said: expect.stringContaining('already running') })
  await quit()
  expect(desktop.startAgain(['--self-check']).said).toMatch(/^OK +Database: it opens, is sound/m)
})
