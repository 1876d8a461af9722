import { describe, expect, it } from 'vitest'
import { gatewayAddress, namedAddress } from '../../../electron/core/features/provider/gateway-address.ts'

describe('the address of a gateway', () => {
  it.each([
    ['https://ai.example.com', 'https://ai.example.com', 'ai.example.com'],
    [' https://AI.example.com/ ', 'https://ai.example.com', 'ai.example.com'],
    [
      'https://ai.example.com:8443/claude/',
      'https://ai.example.com:8443/claude',
      'ai.example.com:8443/claude',
    ],
    ['https://10.1.2.3/v1//', 'https://10.1.2.3/v1', '10.1.2.3/v1'],
  ])('%s is taken', (typed, address, name) => {
    expect(gatewayAddress(typed)).toEqual({ address, problem: null })
    expect(namedAddress(address)).toBe(name)
  })

  it.each([
    ['ai.example.com', 'That is not an address'],
    ['http://ai.example.com', 'https://'],
    ['file:///etc/passwd', 'not an address'],
    ['javascript:alert(1)', 'not an address'],
    ['https://', 'not an address'],
    ['https://ana:secret@ai.example.com', 'name and password'],
    ['https://ai.example.com/?key=1', '? or #'],
    ['https://ai.example.com/#a', '? or #'],
  ])('%s is refused, with the reason', (typed, reason) => {
    expect(gatewayAddress(typed)).toMatchObject({ address: null, problem: expect.stringContaining(reason) })
  })
})
