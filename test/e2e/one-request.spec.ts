import type { Page } from '@playwright/test'
import { aWorkflow } from '../helpers/builders.ts'
import type { CoreClient } from './core-client.ts'
import { expect, test } from './fixtures.ts'
import { createReview } from './pages/review.ts'
import { createShell } from './pages/shell.ts'
import { openCompany } from './prepare.ts'

/** The keys of one output in the order of the work, each with the requests it may send. */
const keys = [
  { name: 'A', press: ['a'], requests: 1 },
  { name: 'satisfaction digit', press: ['4'], requests: 1 },
  { name: 'up', press: ['ArrowUp', 'ArrowUp'], requests: 0 },
  { name: 'standard digit', press: ['1'], requests: 1 },
  { name: 'issue digit', press: ['2'], requests: 1 },
  { name: 'note', press: ['n'], requests: 0 },
  { name: 'note typing', press: [...'Short'], requests: 1 },
  { name: 'Esc', press: ['Escape'], requests: 0 },
  { name: 'F', press: ['f'], requests: 1 },
  { name: 'undo', press: ['ControlOrMeta+z'], requests: 1 },
  { name: 'V', press: ['v'], requests: 0 },
  { name: 'page down', press: ['PageDown'], requests: 0 },
  { name: 'Enter', press: ['Enter'], requests: 1 },
  { name: 'left', press: ['ArrowLeft'], requests: 1 },
  { name: 'right', press: ['ArrowRight'], requests: 1 },
] as const

test('a key of a review is one request, as large for a long output as for a short one', async ({
  page,
  evenkeel,
}) => {
  const traffic = await listen(page)
  const { core, month } = await openCompany(page, evenkeel)
  const reviewId = await aReviewOf(core, month, [50, 3000, 50])
  // The time of the computer stands still, so that no clock is due to tell its seconds.
  await page.clock.setFixedTime(new Date())
  await createShell(page).open(`/review/${reviewId}`)
  const review = createReview(page)
  await review.at(1, 3)
  await settled(core)

  const short = await pressAll(page, core, traffic)
  await review.at(2, 3)
  const long = await pressAll(page, core, traffic)
  await review.at(3, 3)

  for (const [index, { name }] of keys.entries()) {
    const [one, other] = [short[index], long[index]]
    if (one?.requests.length) console.log(`${name}: ${one.requests}: ${one.bytes} and ${other?.bytes} bytes`)
  }
  const bytes = [short, long].map((each) => each.reduce((sum, key) => sum + key.bytes, 0))
  console.log(`all keys: ${bytes.join(' and ')} bytes for 50 and 3,000 words`)
  for (const each of [short, long]) {
    expect(each.map(({ requests }, index) => [keys[index]?.name, requests.length])).toEqual(
      keys.map(({ name, requests }) => [name, requests]),
    )
  }
  for (const [index, { name }] of keys.entries()) {
    const [one = 0, other = 0] = [short[index]?.bytes, long[index]?.bytes]
    expect(Math.abs(one - other), name).toBeLessThanOrEqual(0.1 * Math.max(one, other))
  }
})

type Traffic = { requests: string[]; bytes: number }

async function pressAll(page: Page, core: CoreClient, traffic: Traffic): Promise<Traffic[]> {
  const heard: Traffic[] = []
  for (const { press, requests } of keys) {
    Object.assign(traffic, { requests: [], bytes: 0 })
    for (const key of press) await page.keyboard.press(key)
    await expect.poll(() => traffic.requests.length).toBeGreaterThanOrEqual(requests)
    await settled(core)
    heard.push({ ...traffic })
  }
  return heard
}

/** Both answers come behind the news of what was written before, and behind whatever was asked because of it. */
async function settled(core: CoreClient) {
  await core.company.get()
  await core.company.get()
}

/** Counts what the page sends to the core and what comes back, news included; the test's own questions are left out. */
async function listen(page: Page): Promise<Traffic> {
  const traffic: Traffic = { requests: [], bytes: 0 }
  const counted = new Set<string>()
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith('/api/') || pathname === '/api/company/get') return
    counted.add(requestId)
    traffic.requests.push(pathname.slice('/api/'.length))
    traffic.bytes += request.postData?.length ?? 0
  })
  network.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (counted.has(requestId)) traffic.bytes += dataLength
  })
  return traffic
}

/** A review of outputs with so many words, in this order. */
async function aReviewOf(core: CoreClient, month: string, lengths: readonly number[]): Promise<number> {
  const { id: workflowId } = await core.workflows.create(aWorkflow())
  const pairs = lengths.map((length, index) => {
    const words = Array.from({ length }, (_, at) => `word${index}n${at}`).join(' ')
    return { request: `Request ${index}`, aiText: words, finalText: `${words} done` }
  })
  await core.imports.paste({ workflowId, month, pairs })
  const { outputs } = await core.reviews.candidates({ workflowId, month, search: '', offset: 0 })
  const outputIds = pairs.map(({ aiText }) => outputs.find((output) => output.aiText === aiText)?.id ?? 0)
  return (await core.reviews.draw({ workflowId, month, outputIds })).reviewId
}
