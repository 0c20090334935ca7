import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { useAct } from '../core/use-act.ts';
import { useLivePick } from '../core/use-live.ts';
import { clampWidth, MAX_WIDTH, MIN_WIDTH } from './sidebar-width.ts';
import css from './SidebarEdge.module.css';

/** A step of the arrow keys, px. */
const STEP = 16;
const DEFAULT = 252;

/** The edge between sidebar and pane: dragged, or moved with the arrow keys. */
export function SidebarEdge({ frame }: { frame: RefObject<HTMLDivElement | null> }) {
  const t = useWords();
  const act = useAct();
  const saved = useLivePick('preferences', {}, ['preferences'], (p) => p.sidebarWidth) ?? DEFAULT;
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? saved;

  const show = (next: number): void => {
    setDragged(next);
    // Straight onto the frame: a drag must not draw the whole page again for each pixel.
    frame.current?.style.setProperty('--sidebar', `${next}px`);
  };
  const save = (next: number): void => {
    void act((core) => core.setPreferences({ sidebarWidth: next })).then(() => setDragged(null));
  };
  const widthAt = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return width;
    const rtl = document.documentElement.dir === 'rtl';
    return clampWidth(rtl ? box.right - event.clientX : event.clientX - box.left);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const rtl = document.documentElement.dir === 'rtl';
    const wider = rtl ? 'ArrowLeft' : 'ArrowRight';
    const narrower = rtl ? 'ArrowRight' : 'ArrowLeft';
    if (event.key !== wider && event.key !== narrower) return;
    event.preventDefault();
    const next = clampWidth(width + (event.key === wider ? STEP : -STEP));
    show(next);
    save(next);
  };
  return (
    <div
      role="slider"
      aria-label={t('app.resize')}
      aria-orientation="horizontal"
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      tabIndex={0}
      className={css.edge}
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        show(DEFAULT);
        save(DEFAULT);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(width);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) show(widthAt(event));
      }}
      onPointerUp={(event) => save(widthAt(event))}
    />
  );
}
