import type { Inline } from './tree.ts';

/**
 * Pairs runs of `*`, `_` and `~~` by CommonMark's delimiter algorithm (spec 0.31, "An algorithm
 * for parsing nested emphasis and links"). Linear: where no opener was found below a closer,
 * nobody looks there again.
 */

/** A piece of a paragraph: a node, or a run of markers that may yet become one. */
export interface Piece {
  node: Inline | null;
  run: Run | null;
  before: Piece | null;
  after: Piece | null;
}

export interface Run {
  marker: string;
  /** Markers left; `whole` is how many there were. */
  length: number;
  whole: number;
  /** Where the markers that are left begin in the source. */
  at: number;
  /** Counts the runs of a paragraph. */
  order: number;
  opens: boolean;
  closes: boolean;
  /** The runs that are still looking for a partner, in order. */
  previous: Piece | null;
  next: Piece | null;
}

const WHITE = /\s/;
const DIGIT = /\p{Nd}/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

type Side = 'white' | 'punctuation' | 'letter';
const sideOf = (character: string): Side => {
  if (character === '' || WHITE.test(character)) return 'white';
  return PUNCTUATION.test(character) ? 'punctuation' : 'letter';
};

/** What a run between two characters may do. `''` stands for the end of the text. */
export function flanks(
  marker: string,
  prev: string,
  next: string,
): { opens: boolean; closes: boolean } {
  // Unlike CommonMark: between two digits a star multiplies, `12*40*5`.
  if (marker === '*' && DIGIT.test(prev) && DIGIT.test(next))
    return { opens: false, closes: false };
  const before = sideOf(prev);
  const after = sideOf(next);
  // `~` is no punctuation here, so that `**~~both~~**` works within words too (as in GFM).
  const left =
    after === 'letter' || (after === 'punctuation' && before !== 'letter') || next === '~';
  const right =
    before === 'letter' || (before === 'punctuation' && after !== 'letter') || prev === '~';
  if (marker !== '_') return { opens: left, closes: right };
  return {
    opens: left && (before !== 'letter' || !right),
    closes: right && (after !== 'letter' || !left),
  };
}

/** Three, because runs that both open and close must not add up to a multiple of three. */
const bottomKey = (run: Run): string => `${run.marker}${run.opens ? 1 : 0}${run.whole % 3}`;

function pairs(opener: Run, closer: Run): boolean {
  if (opener.marker !== closer.marker || !opener.opens) return false;
  if (closer.marker === '~') return true;
  const both = opener.closes || closer.opens;
  return !(both && closer.whole % 3 !== 0 && (opener.whole + closer.whole) % 3 === 0);
}

function unlinkRun(piece: Piece): void {
  const run = piece.run;
  if (run === null) return;
  if (run.previous?.run) run.previous.run.next = run.next;
  if (run.next?.run) run.next.run.previous = run.previous;
}

/** The markers that found no partner are text. */
function settle(piece: Piece): void {
  const run = piece.run;
  if (run === null) return;
  piece.node = { type: 'text', value: run.marker.repeat(run.length), at: run.at };
  piece.run = null;
}

/** Puts all that stands between two runs into one node, which takes its place. */
function wrap(opener: Piece, closer: Piece, type: 'strong' | 'em' | 'strike'): void {
  const children: Inline[] = [];
  for (let piece = opener.after; piece !== null && piece !== closer; piece = piece.after) {
    settle(piece);
    if (piece.node !== null) children.push(piece.node);
  }
  const made: Piece = { node: { type, children }, run: null, before: opener, after: closer };
  opener.after = made;
  closer.before = made;
}

/** Takes markers from a run; what is left of it still stands in the text. */
function take(piece: Piece, count: number, fromStart: boolean): void {
  const run = piece.run;
  if (run === null) return;
  run.length -= count;
  if (fromStart) run.at += count;
  if (run.length > 0) return;
  unlinkRun(piece);
  piece.run = null;
  piece.node = null;
}

/** Pairs the runs from `first` on. Afterwards every piece is a node, or empty. */
export function pairRuns(first: Piece | null): void {
  const floor = (first?.run?.order ?? 0) - 1;
  const bottoms = new Map<string, number>();
  let closer = first;
  while (closer?.run) {
    const run: Run = closer.run;
    if (!run.closes) {
      closer = run.next;
      continue;
    }
    const bottom = bottoms.get(bottomKey(run)) ?? floor;
    let opener = run.previous;
    while (opener?.run && opener.run.order > bottom && !pairs(opener.run, run)) {
      opener = opener.run.previous;
    }
    const next: Piece | null = run.next;
    if (!opener?.run || opener.run.order <= bottom) {
      bottoms.set(bottomKey(run), run.previous?.run?.order ?? floor);
      if (!run.opens) unlinkRun(closer);
      closer = next;
      continue;
    }
    const use = run.marker === '~' ? 2 : Math.min(2, opener.run.length, run.length);
    // Runs between the two found no partner: they leave the list and become text.
    opener.run.next = closer;
    run.previous = opener;
    wrap(opener, closer, run.marker === '~' ? 'strike' : use === 2 ? 'strong' : 'em');
    take(opener, use, false);
    take(closer, use, true);
    if (closer.run === null) closer = next;
  }
}
