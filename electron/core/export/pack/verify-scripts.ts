/**
 * Two short programs that go along with an extract of the activity log and check its chain without Evenkeel. A line
 * ends in three hashes of fixed length; what is before them is what the first one is of.
 */
export const verifyJs = `// node verify.mjs   checks activity.jsonl beside it
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const shape = /^\\{"row":(\\[.*\\]),"row_sha":"([0-9a-f]{64})","prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\\}$/s
const file = new URL('activity.jsonl', import.meta.url)
let number = 0
let last = '0'.repeat(64)
// Texts may hold other line ends than this one, so no reader of lines is asked.
for (const line of readFileSync(file, 'utf8').trimEnd().split('\\n')) {
  number++
  const [, row, rowSha, prev, hash] = shape.exec(line) ?? []
  const fits = row && JSON.parse(row)[0] === number && sha(row) === rowSha && prev === last && sha(prev + rowSha) === hash
  if (!fits) {
    console.log(\`Entry \${number} does not fit: it, or the one before it, was changed, added or taken out.\`)
    process.exit(1)
  }
  last = hash
}
console.log(\`\${number} entries, each fits the one before it. The last digest is \${last}\`)
`

export const verifyPy = `# python3 verify.py   checks activity.jsonl beside it
import hashlib, json, os, re, sys

shape = re.compile(r'\\{"row":(\\[.*\\]),"row_sha":"([0-9a-f]{64})","prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\\}')
sha = lambda text: hashlib.sha256(text.encode('utf-8')).hexdigest()
number, last = 0, '0' * 64
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'activity.jsonl'), encoding='utf-8', newline='\\n') as file:
    for line in file:
        number += 1
        parts = shape.fullmatch(line.rstrip('\\n'))
        row, row_sha, prev, own = parts.groups() if parts else ('[0]', '', '', '')
        if not (json.loads(row)[0] == number and sha(row) == row_sha and prev == last and sha(prev + row_sha) == own):
            print(f'Entry {number} does not fit: it, or the one before it, was changed, added or taken out.')
            sys.exit(1)
        last = own
print(f'{number} entries, each fits the one before it. The last digest is {last}')
`
