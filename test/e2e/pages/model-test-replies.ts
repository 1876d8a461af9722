import type { Response as Answer, Page } from '@playwright/test'

export type Reply = { call: string; body: unknown }

/** Notes every reply of the core from now on, of the live events too. Call before the page is opened. */
export async function recordReplies(page: Page) {
  const replies: Reply[] = []
  const reading: Promise<void>[] = []
  let isOn = false
  await page.exposeBinding('noteEvent', (_, event: string) => {
    if (isOn) replies.push({ call: 'events/live', body: event })
  })
  await page.addInitScript(teeEvents)
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!isOn || !/^\/(api|files)\//.test(pathname) || pathname.endsWith('/events/live')) return
    const call = pathname.replace('/api/', '')
    // A reply that a reload cut off reached nobody.
    const read = response.text().then(
      (text) => void replies.push({ call, body: isJson(response) && text !== '' ? JSON.parse(text) : text }),
      () => undefined,
    )
    reading.push(read)
  })
  return {
    start() {
      isOn = true
    },
    /** All of them so far. */
    async read(): Promise<readonly Reply[]> {
      await Promise.all(reading)
      return replies
    },
    stop() {
      isOn = false
    },
  }
}

const isJson = (response: Answer) => response.headers()['content-type']?.includes('json') ?? false

/** Playwright cannot read a reply that never ends, so the page reads it twice. */
function teeEvents() {
  const { noteEvent } = window as unknown as { noteEvent: (text: string) => Promise<void> }
  const fetchAsItIs = window.fetch
  window.fetch = async (...asked) => {
    const response = await fetchAsItIs(...asked)
    if (!response.url.endsWith('/events/live') || !response.body) return response
    const [own, noted] = response.body.tee()
    const read = async () => {
      const reader = noted.pipeThrough(new TextDecoderStream()).getReader()
      for (let piece = await reader.read(); !piece.done; piece = await reader.read())
        void noteEvent(piece.value)
    }
    read().catch(() => undefined)
    return new Response(own, response)
  }
}
