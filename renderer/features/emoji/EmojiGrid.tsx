import {
  memo,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type Ref,
} from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import type { Emoji } from './emoji-index.ts';
import css from './EmojiPicker.module.css';
import { CELL, visibleRows, type Cell, type GroupName, type PickerRows } from './picker-rows.ts';

export interface GridHandle {
  reveal(cell: Cell): void;
  toGroup(group: GroupName): void;
}

interface Props {
  laid: PickerRows;
  cell: Cell;
  tone: number;
  onPoint: (cell: Cell) => void;
  onPick: (emoji: Emoji) => void;
  ref: Ref<GridHandle>;
}

/** The grid itself: of nearly two thousand emoji only the rows on the screen are drawn. */
export const EmojiGrid = memo(function EmojiGrid({
  laid,
  cell,
  tone,
  onPoint,
  onPick,
  ref,
}: Props) {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState(0);
  const [height, setHeight] = useState(0);
  const [drawnFor, setDrawnFor] = useState(laid);
  if (drawnFor !== laid) {
    setDrawnFor(laid);
    setScroll(0);
  }
  useLayoutEffect(() => {
    setHeight(scroller.current?.clientHeight ?? 0);
  }, []);
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [laid]);
  useImperativeHandle(ref, () => ({
    reveal({ row }) {
      const box = scroller.current;
      const top = laid.rows[row]?.top;
      if (box === null || top === undefined) return;
      if (top - CELL < box.scrollTop) box.scrollTop = Math.max(0, top - CELL);
      else if (top + CELL > box.scrollTop + box.clientHeight) {
        box.scrollTop = top + CELL - box.clientHeight;
      }
    },
    toGroup(group) {
      const head = laid.rows.find((row) => row.kind === 'head' && row.group === group);
      if (head !== undefined) scroller.current?.scrollTo({ top: head.top });
    },
  }));
  const [from, to] = visibleRows(laid, scroll, height);
  return (
    <div
      ref={scroller}
      id="emoji-grid"
      role="grid"
      aria-label={t('emoji.grid')}
      aria-rowcount={laid.rows.length}
      className={css.scroller}
      tabIndex={-1}
      onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
    >
      <div
        role="rowgroup"
        className={css.grid}
        style={{ '--height': `${laid.height}px` } as CSSProperties}
      >
        {laid.rows.slice(from, to).map((row, i) => {
          const number = from + i;
          const place = { '--top': `${row.top}px` } as CSSProperties;
          if (row.kind === 'head') {
            return (
              <div
                key={number}
                role="row"
                aria-rowindex={number + 1}
                className={css.head}
                style={place}
              >
                <span role="gridcell">{t(`emoji.group.${row.group}`)}</span>
              </div>
            );
          }
          return (
            <div
              key={number}
              role="row"
              aria-rowindex={number + 1}
              className={css.row}
              style={place}
            >
              {row.items.map((emoji, column) => (
                <span
                  key={emoji.emoji}
                  id={`emoji-${number}-${column}`}
                  role="gridcell"
                  aria-label={emoji.label}
                  aria-selected={cell.row === number && cell.column === column}
                  className={css.cell}
                  onPointerMove={() => {
                    if (cell.row !== number || cell.column !== column) {
                      onPoint({ row: number, column });
                    }
                  }}
                  onClick={() => onPick(emoji)}
                >
                  {emoji.picture === undefined ? (
                    (emoji.skins[tone - 1] ?? emoji.emoji)
                  ) : (
                    <img className={css.picture} src={emoji.picture} alt="" draggable={false} />
                  )}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
});
