import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Asked, fakeAnswer, fakeModels, fakeTokens, longAnswer } from './fake-answers.ts'

/** What goes wrong, or otherwise, with one request. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; message?: string }
  | { kind: 'redirect'; to: string }
  /** An error event in the stream: before the answer begins, or in the middle of it. */
  | { kind: 'error_event'; type: string; hasBegun: boolean }
  /** Kept back for `latencyMs`, or until `until` resolves. */
  | { kind: 'answer'; text?: string; stopReason?: string; latencyMs?: number; until?: Promise<void> }
  /** `stall_pinging` stays alive by pings and never goes on. */
  | { kind: 'reset_before_headers' | 'reset_after_headers' | 'silence' | 'stall' | 'stall_pinging' | 'cut' }
  | { kind: 'bad_json' | 'empty_object' | 'wrong_shape' | 'cut_before_end' | 'cut_after_end' }

export const refusal: Fault = { kind: 'answer', text: 'I cannot help with this.', stopReason: 'refusal' }
export const cutAtMaxTokens: Fault = { kind: 'answer', stopReason: 'max_tokens' }
export const emptyAnswer: Fault = { kind: 'answer', text: '' }
export const wordyAnswer: Fault = { kind: 'answer', text: longAnswer }

/** One request as it arrived. */
export type ApiRequest = Asked & {
  number: number
  path: string
  /** As it came, byte for byte. */
  body: string
  /** Of instructions and input together. */
  characters: number
  headers: IncomingMessage['headers']
  /** The header Authorization. */
  authorization: string
  /** True once an answer began to be produced: from then on it costs money. */
  isPaid: boolean
  /** True once the whole answer was handed to the connection. */
  isSent: boolean
}

export type FakeMessagesApi = {
  baseURL: string
  requests: readonly ApiRequest[]
  /** Answers that began to be produced. */
  paid: () => number
  /** The next requests go like this, one each; after them all is well, or as `decide` says. */
  queue: (...faults: readonly (Fault | null)[]) => void
  /** Decides on every request the queue has nothing for; null: all is well. */
  decide: (fault: (request: ApiRequest) => Fault | null) => void
  /** Forgets requests and faults. */
  reset: () => void
  close: () => Promise<void>
}

/** A Messages API on 127.0.0.1 that answers by `fakeAnswer` and goes wrong as it is told. */
export async function startFakeMessagesApi({ latencyMs = 0 } = {}): Promise<FakeMessagesApi> {
  const requests: ApiRequest[] = []
  const queued: (Fault | null)[] = []
  let decision: (request: ApiRequest) => Fault | null = () => null

  const server = createServer(async (message, response) => {
    // A connection the client gave up has no one to tell.
    response.on('error', () => {})
    try {
      const request = await readRequest(message, requests.length + 1)
      requests.push(request)
      const fault = queued.length > 0 ? queued.shift() : decision(request)
      await reply(request, fault ?? { kind: 'answer' }, message, response, latencyMs)
    } catch {
      message.socket.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    paid: () => requests.filter((request) => request.isPaid).length,
    queue: (...faults) => void queued.push(...faults),
    decide: (fault) => {
      decision = fault
    },
    reset: () => {
      requests.length = 0
      queued.length = 0
      decision = () => null
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Body = { model?: string; system?: string; messages?: { content: string }[]; stream?: boolean }

async function readRequest(
  message: IncomingMessage,
  number: number,
): Promise<ApiRequest & { stream: boolean }> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const body: Body = text === '' ? {} : JSON.parse(text)
  const instructions = body.system ?? ''
  const input = body.messages?.map(({ content }) => content).join('\n') ?? ''
  return {
    number,
    body: text,
    path: new URL(message.url ?? '/', 'http://127.0.0.1').pathname,
    model: body.model ?? '',
    instructions,
    input,
    characters: instructions.length + input.length,
    headers: message.headers,
    authorization: message.headers.authorization ?? '',
    isPaid: false,
    isSent: false,
    stream: body.stream === true,
  }
}

async function reply(
  request: ApiRequest & { stream: boolean },
  fault: Fault,
  { socket }: IncomingMessage,
  response: ServerResponse,
  latencyMs: number,
): Promise<void> {
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, {
        'content-type': 'application/json',
        'request-id': `req_${request.number}`,
        ...headers,
      })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

  if (fault.kind === 'status') {
    const said = { type: 'error', error: { type: 'invalid_request_error', message: fault.message } }
    return void json(fault.status, fault.message ? said : errorBody(request), fault.headers)
  }
  if (fault.kind === 'redirect') return void response.writeHead(307, { location: fault.to }).end()
  if (fault.kind === 'reset_before_headers') return void socket.resetAndDestroy()
  if (fault.kind === 'silence') return
  if (fault.kind === 'bad_json' && !request.stream) return void json(200, '{"id": "msg_1", "content": [')
  if (fault.kind === 'empty_object') return void json(200, {})
  if (fault.kind === 'wrong_shape' && !request.stream)
    return void json(200, { data: 'none', input_tokens: '12' })

  if (request.path === '/v1/models') return void json(200, modelList())
  if (request.path === '/v1/messages/count_tokens')
    return void json(200, { input_tokens: inputTokens(request) })
  if (request.path !== '/v1/messages') return void json(404, errorBody(request))

  await sleep((fault.kind === 'answer' ? fault.latencyMs : undefined) ?? latencyMs)
  if (fault.kind === 'answer') await fault.until
  const text = (fault.kind === 'answer' ? fault.text : undefined) ?? fakeAnswer(request)
  const stopReason = (fault.kind === 'answer' ? fault.stopReason : undefined) ?? 'end_turn'
  request.isPaid = !(fault.kind === 'error_event' && !fault.hasBegun)
  if (!request.stream) {
    json(200, { ...messageStart(request), content: [{ type: 'text', text }], stop_reason: stopReason })
    request.isSent = true
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': `req_${request.number}` })
  request.isSent = await writeStream(request, text, stopReason, fault, response)
}

/** Writes the answer as a stream; true once all of it is written. */
async function writeStream(
  request: ApiRequest,
  text: string,
  stopReason: string,
  fault: Fault,
  response: ServerResponse,
): Promise<boolean> {
  const write = (type: string, fields: object) => response.write(eventText(type, { type, ...fields }))
  const flushed = () => new Promise((resolve) => response.write(': flushed\n\n', resolve))
  const error = (type: string) =>
    response.end(eventText('error', { type: 'error', error: errorFields(type, request) }))

  if (fault.kind === 'error_event' && !fault.hasBegun) return error(fault.type) && false
  if (fault.kind === 'reset_after_headers') {
    await flushed()
    response.socket?.resetAndDestroy()
    return false
  }
  write('message_start', { message: messageStart(request) })
  write('content_block_start', { index: 0, content_block: { type: 'text', text: '' } })
  const half = Math.ceil(text.length / 2)
  const delta = (part: string) =>
    write('content_block_delta', { index: 0, delta: { type: 'text_delta', text: part } })
  if (text) delta(text.slice(0, half))
  if (await breakOff(request, fault, response, { write, flushed, error })) return false

  if (text.length > half) delta(text.slice(half))
  write('content_block_stop', { index: 0 })
  const usage = { input_tokens: inputTokens(request), output_tokens: fakeTokens(text) }
  write('message_delta', { delta: { stop_reason: stopReason, stop_sequence: null }, usage })
  if (fault.kind === 'cut_before_end') return response.end() && false
  write('message_stop', {})
  if (fault.kind === 'cut_after_end') {
    await flushed()
    response.socket?.resetAndDestroy()
  } else {
    response.end()
  }
  return true
}

type Writing = {
  write: (type: string, fields: object) => boolean
  flushed: () => Promise<unknown>
  error: (type: string) => ServerResponse
}

/** Does in the middle of an answer what the fault says; true where the answer ends there. */
async function breakOff(
  request: ApiRequest,
  fault: Fault,
  response: ServerResponse,
  { write, flushed, error }: Writing,
): Promise<boolean> {
  switch (fault.kind) {
    case 'cut':
      await flushed()
      response.socket?.destroy()
      return true
    case 'stall':
      return true
    case 'stall_pinging':
      for (; !response.destroyed; await sleep(10)) write('ping', {})
      return true
    case 'bad_json':
      response.end(`event: content_block_delta\ndata: {"type": "${request.input}\n\n`)
      return true
    case 'wrong_shape':
      write('content_block_delta', { delta: 12 })
      response.end()
      return true
    case 'error_event':
      error(fault.type)
      return true
    default:
      return false
  }
}

function eventText(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}

function messageStart(request: ApiRequest) {
  return {
    id: `msg_${request.number}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: inputTokens(request), output_tokens: 1 },
  }
}

const inputTokens = ({ instructions, input }: ApiRequest) => fakeTokens(instructions + input)

function modelList() {
  const data = fakeModels.map(({ id, name, retiresAt }) => ({
    type: 'model',
    id,
    display_name: name,
    created_at: '2026-01-01T00:00:00Z',
    lifecycle: retiresAt ? 'deprecated' : 'active',
    retires_at: retiresAt,
  }))
  return { data, has_more: false, first_id: data[0]?.id, last_id: data.at(-1)?.id }
}

/** As indiscreet as a server can be: it sends back the key and the prompt. */
function errorFields(type: string, request: ApiRequest) {
  return { type, message: `SERVER-TEXT ${request.authorization} ${request.instructions} ${request.input}` }
}

function errorBody(request: ApiRequest) {
  return { type: 'error', error: errorFields('some_error', request), request_id: `req_${request.number}` }
}
