interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** AltGr makes characters with Ctrl and Alt down. */
  getModifierState(modifier: 'AltGraph'): boolean;
}

/** The first press of an input method or of a dead key makes a character too. */
const BEGINS_CHARACTER: ReadonlySet<string> = new Set(['Dead', 'Process', 'Unidentified']);

/** Whether a press writes a character. A space does not count: it presses buttons and scrolls. */
export function isTyping(press: Press): boolean {
  if ((press.ctrlKey || press.metaKey || press.altKey) && !press.getModifierState('AltGraph')) {
    return false;
  }
  if (BEGINS_CHARACTER.has(press.key)) return true;
  return [...press.key].length === 1 && press.key !== ' ';
}
