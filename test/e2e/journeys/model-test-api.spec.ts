import type { Page } from '@playwright/test'
import { aWorkflow } from '../../helpers/builders.ts'
import { type FakeMessagesApi, startFakeMessagesApi } from '../../helpers/fake-messages-api.ts'
import { updateOf } from '../../helpers/model-tests.ts'
import { expectAccessible } from '../axe.ts'
import { type CoreClient, createCoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createModelTest } from '../pages/model-test.ts'
import { createCompare } from '../pages/model-test-compare.ts'
import { createFetching } from '../pages/model-test-fetch.ts'
import { startApiHost } from '../pages/model-test-host.ts'
import { type Reply, recordReplies } from '../pages/model-test-replies.ts'
import { createShell } from '../pages/shell.ts'

const key = 'sk-ant-canary-0123456789-WXYZ'
const address = 'ana.weber@example.com'
const phone = '+46 70 123 45 67'
const [opus, haiku] = ['claude-opus-5', 'claude-haiku-4-5']
const inputs = 6

test('outputs are fetched through faults, a cap and a pause, and not a request is left out', async ({
  page,
  keyboard,
}) => {
  const api = await startFakeMessagesApi()
  const elsewhere = await startFakeMessagesApi()
  // What the provider's library would follow by itself.
  process.env.ANTHROPIC_BASE_URL = elsewhere.baseURL
  process.env.ANTHROPIC_AUTH_TOKEN = 'from-the-environment'
  const host = await startApiHost(api.baseURL)
  try {
    const replies = await recordReplies(page)
    replies.start()
    await page.goto(host.link)
    await createShell(page).loaded()
    const core = createCoreClient(page)
    const id = await prepare(page, core)

    await test.step('enter a key', () => enterKey(page, id, api))
    await test.step('see what would be sent, and mask it', () => lookAtPlan(page, id, api))
    await test.step('a key that is refused, and a redirect', () => stopAtOnce(page, api, elsewhere))
    await test.step('a spending cap', () => reachCap(page, api))
    await test.step('pause', () => pause(page, api))
    // Only an answer that stalls has to be given up on.
    host.waitAtMost(3_000)
    await test.step('five faults in one run', () => getOver(page, api))
    expect(elsewhere.requests).toEqual([])
    expectMasked(api)
    await test.step('find every request', () => findRequests(page, api))
    await test.step('judge and stay', () => judgeAndStay(page, keyboard, id))
    expectNoKey(await replies.read())
  } finally {
    delete process.env.ANTHROPIC_BASE_URL
    delete process.env.ANTHROPIC_AUTH_TOKEN
    await host.close()
    await api.close()
    await elsewhere.close()
  }
})

/** A locked test of two models the price list knows. */
async function prepare(page: Page, core: CoreClient): Promise<number> {
  await core.company.create({ name: 'Harbour Stories', ownerName: 'Dana Whitfield' })
  const { id: workflowId } = await core.workflows.create(aWorkflow())
  for (let number = 1; number <= inputs; number++) {
    const more = number === 2 ? ` Write to ${address} or call ${phone}.` : ''
    const [name, text] = [`Case ${number}`, `Where is parcel ${number}?${more}`]
    const rest = { reference: '', tags: [], mustNotFail: false, checks: [] }
    await core.standardInputs.save({ workflowId, id: null, rev: null, name, text, ...rest })
  }
  const { today } = await core.company.get()
  const created = await core.modelTests.create({
    heldOn: today,
    reason: 'A cheaper model.',
    workflowIds: [workflowId],
  })
  const fields = updateOf(created)
  const [tested] = fields.workflows
  if (!tested) throw new Error('The test has no workflow')
  const side = (model: string) => ({
    ...{ name: model, vendor: 'Anthropic', provider: 'anthropic', model, releaseNumber: null },
    ...{ instructions: 'Answer kindly.', maxTokens: 1000, settings: '' },
  })
  const workflow = { ...tested, current: side(opus), candidate: side(haiku) }
  await core.modelTests.update({ ...fields, workflows: [workflow] })
  await core.modelTests.lock({ id: created.id })
  await page.reload()
  await createShell(page).loaded()
  return created.id
}

async function enterKey(page: Page, id: number, api: FakeMessagesApi) {
  const screen = createFetching(page)
  await createShell(page).open(`/model-test/${id}/outputs`)
  await page.getByRole('radio', { name: 'Fetch', exact: true }).check()
  await screen.enterKeyLink.click()
  await screen.keyField.fill(key)
  await screen.keepKey.click()
  await expect(screen.key).toHaveText('Key ending in WXYZ')
  expect(await page.content()).not.toContain(key.slice(0, -4))
  await screen.askForModels.click()
  await expect(screen.models).toHaveCount(2)
  expect(api.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
    ['/v1/models', `Bearer ${key}`],
  ])
}

async function lookAtPlan(page: Page, id: number, api: FakeMessagesApi) {
  const screen = createFetching(page)
  await createShell(page).open(`/model-test/${id}/outputs`)
  await expect(screen.plan).toContainText(`${inputs} inputs to ${opus}`)
  await expect(screen.plan).toContainText(`${inputs} inputs to ${haiku}`)
  await expect(screen.plan).toContainText('with every answer at its full length')
  await expect(screen.personal).toContainText(`e-mail address ${address}`)
  await expect(screen.personal).toContainText(`phone number ${phone}`)
  await screen.mask('Case 2').click()
  await expect(screen.personal).toContainText('Masked: goes out as “[e-mail address 1]” and the like.')
  await expectAccessible(page, 'what would be sent')
  expect(api.requests).toHaveLength(1)
}

async function stopAtOnce(page: Page, api: FakeMessagesApi, elsewhere: FakeMessagesApi) {
  const screen = createFetching(page)
  api.decide(() => ({ kind: 'status', status: 401 }))
  await screen.send.click()
  await expect(screen.run('Stopped')).toContainText(
    'The provider did not accept the API key. Enter it again in Settings, then go on.',
  )
  await expect(screen.run('Stopped')).toContainText('0 of 12 there')
  expect(api.requests.length).toBeLessThanOrEqual(1 + 4)
  expect(await page.content()).not.toContain('SERVER-TEXT')

  api.decide(() => ({ kind: 'redirect', to: `${elsewhere.baseURL}/v1/messages` }))
  await screen.send.click()
  await expect(screen.run('Stopped')).toContainText('pointed to another address. Evenkeel does not follow')
  expect(elsewhere.requests).toEqual([])
}

/** Long enough to cost about what was reckoned with. */
const filler = 'word '.repeat(750)

async function reachCap(page: Page, api: FakeMessagesApi) {
  const screen = createFetching(page)
  api.decide(({ number }) => ({ kind: 'answer', text: `Answer ${number}. ${filler}` }))
  await screen.cap.fill('0.06')
  await screen.send.click()
  const stopped = screen.run('Stopped')
  await expect(stopped).toContainText(
    'The spending cap of $0.06 is reached: the next answer could cost up to $0.03. What is here is kept. Raise the cap to go on, or paste what is missing.',
  )
  const spent = await stopped.getByText(/ so far of at most \$0\.06/).innerText()
  expect(Number(/^\$([\d.]+) so far/.exec(spent)?.[1])).toBeLessThanOrEqual(0.06)
  const there = Number(/(\d+) of 12 there/.exec(await stopped.innerText())?.[1])
  expect(there).toBe(api.paid())
  expect(there).toBeGreaterThan(0)
  expect(there).toBeLessThan(8)
}

async function pause(page: Page, api: FakeMessagesApi) {
  const screen = createFetching(page)
  const before = api.requests.length
  const gate = Promise.withResolvers<void>()
  api.decide(({ number }) => ({ kind: 'answer', text: `Answer ${number}.`, until: gate.promise }))
  await screen.cap.fill('2')
  await screen.send.click()
  await expect.poll(() => api.requests.length).toBe(before + 4)
  await screen.pause.click()
  await expect(screen.run('Paused')).toContainText('4 on their way')
  gate.resolve()
  await expect(screen.run('Paused')).not.toContainText('on their way')
  expect(api.requests.length).toBe(before + 4)
}

async function getOver(page: Page, api: FakeMessagesApi) {
  const screen = createFetching(page)
  api.decide(({ number }) => ({ kind: 'answer', text: `Answer ${number}.` }))
  api.queue(
    { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
    { kind: 'status', status: 529, headers: { 'retry-after': '2' } },
    { kind: 'stall' },
    { kind: 'cut' },
    { kind: 'bad_json' },
  )
  // It is there for two seconds only, so the looking begins before the click and misses no drawing.
  const waiting = shown(page, 'The provider asks to wait ')
  await screen.send.click()
  await waiting
  await expect(screen.run('Fetched')).toContainText('12 of 12 there')
  await expect(
    screen.note('3 requests were cut off on the way and may have been charged without an answer.'),
  ).toBeVisible()
}

/** Resolves once `words` have stood on the page, however shortly. */
function shown(page: Page, words: string): Promise<void> {
  return page.evaluate(async (words) => {
    const isThere = () => document.body.textContent.includes(words)
    if (isThere()) return
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  }, words)
}

/** The provider never got what was masked. */
function expectMasked(api: FakeMessagesApi) {
  const sent = api.requests.map(({ input }) => input).join('\n')
  expect(sent).not.toContain(address)
  expect(sent).not.toContain(phone)
  expect(sent).toContain('Write to [e-mail address 1] or call [phone number 1].')
}

async function findRequests(page: Page, api: FakeMessagesApi) {
  const screen = createFetching(page)
  await createShell(page).open('/settings/sent')
  await expect(screen.requests).toHaveCount(1 + api.requests.length)
  const outcomes = (words: string) => screen.requests.filter({ hasText: words })
  await expect(outcomes('Answered')).toHaveCount(12 + 1)
  await expect(outcomes('No answer, may have been paid')).toHaveCount(3)
  await expect(outcomes('Failed, nothing bought')).toHaveCount(api.requests.length - 12 - 1 - 3)
  await expect(screen.note(new RegExp(`^${api.requests.length} requests with `))).toBeVisible()
  await expectAccessible(page, 'what left this computer')
}

async function judgeAndStay(page: Page, keyboard: Keyboard, id: number) {
  await createShell(page).open(`/model-test/${id}/outputs`)
  const screen = createModelTest(page, keyboard)
  const compare = createCompare(page)
  await screen.compareBlind.click()
  await compare.reached(1, inputs)
  for (let position = 1; position <= inputs; position++) {
    await compare.reached(position, inputs)
    await compare.at()
    await keyboard.press('x', 'Enter')
  }
  await keyboard.activate(compare.goToReveal)
  await screen.reveal.click()
  await expect(screen.result('Customer replies')).toContainText(
    `Of ${inputs}: 0 better, 0 the same, ${inputs} both bad, 0 worse, no must-pass failure.`,
  )
  const [ofCurrent, ofCandidate] = await screen.sideFigures('Customer replies', 'Cost of these outputs')
  expect(ofCurrent).toMatch(/^\$\d/)
  expect(ofCandidate).toMatch(/^\$\d/)
  await screen.decision('Stay').check()
  await screen.why.fill('Neither is good enough.')
  await screen.decidedBy.fill('Dana Whitfield')
  await screen.record('Record that you stay').click()
  await expect(screen.decided).toContainText(`Stayed with ${opus}`)
  await expect(screen.change).toHaveCount(0)
}

/** Nothing the core ever said holds the key; its last four characters are all. */
function expectNoKey(replies: readonly Reply[]) {
  expect(replies.some(({ call }) => call === 'provider/setKey')).toBe(true)
  const said = JSON.stringify(replies)
  expect(said).toContain('WXYZ')
  for (const part of [key.slice(0, 14), key.slice(-8)]) expect(said).not.toContain(part)
  expect(said).not.toContain('SERVER-TEXT')
}
