const bitsPerBlock = 30
const fullBlock = 2 ** bitsPerBlock - 1

/** Where a word stands among the columns: block numbers, rising, and the bits set in each. */
type Places = { blocks: number[]; bits: number[] }

/**
 * For every `j`, the length of the longest common subsequence of `rows` and the first `j` of `columns`. Thirty
 * columns at a time: a cleared bit marks a column at which the length grows by one (Hyyrö 2004).
 */
export function commonLengths(rows: readonly string[], columns: readonly string[]): Int32Array {
  const places = placesOf(columns)
  const state = new Int32Array(Math.ceil(columns.length / bitsPerBlock)).fill(fullBlock)
  for (const row of rows) {
    const found = places.get(row)
    if (found) addRow(state, found)
  }
  const lengths = new Int32Array(columns.length + 1)
  for (let column = 0; column < columns.length; column++) {
    const block = state[Math.floor(column / bitsPerBlock)] ?? 0
    const grows = ((block >> (column % bitsPerBlock)) & 1) === 0
    lengths[column + 1] = (lengths[column] ?? 0) + (grows ? 1 : 0)
  }
  return lengths
}

/** One long addition over the blocks. Blocks without the word change only while there is a carry. */
function addRow(state: Int32Array, { blocks, bits }: Places) {
  let carry = 0
  let next = 0
  for (let index = 0; index <= blocks.length; index++) {
    const block = blocks[index] ?? state.length
    for (; carry === 1 && next < block; next++) {
      const before = state[next] ?? 0
      const sum = before + 1
      state[next] = (sum | before) & fullBlock
      carry = sum >>> bitsPerBlock
    }
    if (block === state.length) return
    const before = state[block] ?? 0
    const matches = bits[index] ?? 0
    const sum = before + (before & matches) + carry
    state[block] = (sum | (before & ~matches)) & fullBlock
    carry = sum >>> bitsPerBlock
    next = block + 1
  }
}

function placesOf(columns: readonly string[]): Map<string, Places> {
  const places = new Map<string, Places>()
  columns.forEach((word, column) => {
    const block = Math.floor(column / bitsPerBlock)
    const bit = 1 << (column % bitsPerBlock)
    const found = places.get(word)
    if (!found) {
      places.set(word, { blocks: [block], bits: [bit] })
    } else if (found.blocks.at(-1) === block) {
      found.bits[found.bits.length - 1] = (found.bits.at(-1) ?? 0) | bit
    } else {
      found.blocks.push(block)
      found.bits.push(bit)
    }
  })
  return places
}
