import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, safe in a URL fragment and in a header. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in a time that tells nothing about either text. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
