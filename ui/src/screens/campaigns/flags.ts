/** Reads a yes or a no that was kept; nothing for anything else. */
export const readFlag = (text: string): boolean | null =>
  text === 'true' ? true : text === 'false' ? false : null;
