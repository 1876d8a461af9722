import { openZip, readPart } from '../../electron/core/import/formats/zip.ts'

/** One way a secret can stand in bytes. */
export type Form = { name: string; bytes: Buffer }
export type Hit = { where: string; form: string }

/** The key and its halves: plain, base64 wherever it starts, hex, URL-encoded, as wide characters, backwards. */
export function formsOf(key: string): Form[] {
  const middle = Math.floor(key.length / 2)
  const parts = { whole: key, 'first half': key.slice(0, middle), 'second half': key.slice(middle) }
  return Object.entries(parts).flatMap(([part, text]) =>
    formsOfPart(text).map(({ name, bytes }) => ({ name: `${part}, ${name}`, bytes })),
  )
}

function formsOfPart(text: string): Form[] {
  const plain = Buffer.from(text)
  const hex = plain.toString('hex')
  const url = encodeURIComponent(text)
  return [
    { name: 'plain', bytes: plain },
    { name: 'hex', bytes: Buffer.from(hex) },
    { name: 'hex in capitals', bytes: Buffer.from(hex.toUpperCase()) },
    { name: 'URL-encoded', bytes: Buffer.from(url) },
    { name: 'wide characters', bytes: Buffer.from(text, 'utf16le') },
    { name: 'backwards', bytes: Buffer.from([...text].reverse().join('')) },
    ...[0, 1, 2].flatMap((shift) => {
      const inner = base64At(plain, shift)
      const forms = [{ name: `base64 at ${shift}`, bytes: Buffer.from(inner) }]
      const urlForm = inner.replaceAll('+', '-').replaceAll('/', '_')
      if (urlForm !== inner) forms.push({ name: `base64url at ${shift}`, bytes: Buffer.from(urlForm) })
      return forms
    }),
  ]
}

/** The characters of base64 that depend on nothing but the text, when `shift` bytes stand before it. */
function base64At(text: Buffer, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), text])
    .toString('base64')
    .replace(/=+$/, '')
  return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6))
}

/** Looks for every form in these bytes and, where they are a zip, in each of its parts. */
export async function search(where: string, bytes: Buffer, forms: readonly Form[]): Promise<Hit[]> {
  const hits = forms.flatMap(({ name, bytes: wanted }) =>
    bytes.includes(wanted) ? [{ where, form: name }] : [],
  )
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return hits
  const zip = await openZip(bytes, where, 10_000)
  for (const part of zip.names) {
    hits.push(...(await search(`${where} › ${part}`, await readPart(zip, part, where), forms)))
  }
  return hits
}
