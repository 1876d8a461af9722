/** A document as a list of what stands in it; a text may have several lines. */
export type TextBlock = { kind: 'title' | 'heading' | 'about' | 'text'; text: string }

/** Lines of a block, without the marks that no document can hold. */
export const linesOf = (text: string): string[] => text.replaceAll(/\r\n?/g, '\n').split('\n')
