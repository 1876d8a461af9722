import styles from './marked.module.css'

/** A text with parts marked: plain, marked, plain, … */
export function Marked({ pieces }: { pieces: readonly string[] }) {
  let at = 0
  return pieces.map((piece, index) => {
    const key = at
    at += piece.length
    return index % 2 === 0 ? (
      piece
    ) : (
      <mark key={key} className={styles.mark}>
        {piece}
      </mark>
    )
  })
}
