import type { Emoji, EmojiGroup } from './emoji-index.ts';
import { emojiGroups } from './emoji-index.ts';

export const COLUMNS = 9;
/** Heights, px; the same as in EmojiPicker.module.css. */
export const CELL = 36;
export const HEAD = 28;

export type GroupName = EmojiGroup | 'frequent' | 'found' | 'workspace';

export type PickerRow =
  | { readonly kind: 'head'; readonly group: GroupName; readonly top: number }
  | { readonly kind: 'emoji'; readonly items: readonly Emoji[]; readonly top: number };

export interface PickerRows {
  readonly rows: readonly PickerRow[];
  /** px */
  readonly height: number;
}

/** Lays emoji out in rows under the names of their groups; `[group, emoji]` in order. */
export function layPicker(groups: readonly (readonly [GroupName, readonly Emoji[]])[]): PickerRows {
  const rows: PickerRow[] = [];
  let top = 0;
  for (const [group, emoji] of groups) {
    if (emoji.length === 0) continue;
    rows.push({ kind: 'head', group, top });
    top += HEAD;
    for (let i = 0; i < emoji.length; i += COLUMNS) {
      rows.push({ kind: 'emoji', items: emoji.slice(i, i + COLUMNS), top });
      top += CELL;
    }
  }
  return { rows, height: top };
}

export const byGroup = (all: readonly Emoji[]): [EmojiGroup, Emoji[]][] =>
  emojiGroups.map((group) => [group, all.filter((emoji) => emoji.group === group)]);

/** The rows that are on a screen of this height, and one more at either side: [from, to). */
export function visibleRows(
  { rows }: PickerRows,
  scrollTop: number,
  height: number,
): [number, number] {
  const from = rows.findIndex((row) => row.top + CELL > scrollTop);
  if (from < 0) return [0, 0];
  const past = rows.findIndex((row) => row.top >= scrollTop + height);
  return [Math.max(0, from - 1), Math.min(rows.length, (past < 0 ? rows.length : past) + 1)];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export const emojiAt = ({ rows }: PickerRows, { row, column }: Cell): Emoji | undefined => {
  const at = rows[row];
  return at?.kind === 'emoji' ? at.items[column] : undefined;
};

/** The first emoji there is. */
export const firstCell = ({ rows }: PickerRows): Cell => ({
  row: Math.max(
    0,
    rows.findIndex((row) => row.kind === 'emoji'),
  ),
  column: 0,
});

const widthOf = (row: PickerRow | undefined): number =>
  row?.kind === 'emoji' ? row.items.length : 0;

/** One step through the grid: at the end of a row to the next, over the names of groups. */
export function stepCell(laid: PickerRows, from: Cell, by: { x: number } | { y: number }): Cell {
  const { rows } = laid;
  const rowFrom = (start: number, direction: number): number => {
    let at = start + direction;
    while (rows[at]?.kind === 'head') at += direction;
    return rows[at] === undefined ? start : at;
  };
  if ('y' in by) {
    const row = rowFrom(from.row, Math.sign(by.y));
    return { row, column: Math.min(from.column, widthOf(rows[row]) - 1) };
  }
  const column = from.column + by.x;
  if (column >= 0 && column < widthOf(rows[from.row])) return { row: from.row, column };
  const row = rowFrom(from.row, Math.sign(by.x));
  if (row === from.row) return from;
  return { row, column: by.x > 0 ? 0 : widthOf(rows[row]) - 1 };
}
