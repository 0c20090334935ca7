import { useState, type DragEvent } from 'react';
import { useAct } from '../../app/core/use-act.ts';

/** What a row of the sidebar is while it is carried. */
const CARRIED = 'application/x-balai-channel';

/** Where a row may be put down: a section of one's own, or among the others (`''`). */
const targetOf = (event: DragEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-section]') : null;

/** Carries rows between sections with the pointer; the menu does the same with the keys. */
export function useDragging() {
  const act = useAct();
  const [over, setOver] = useState<string | null>(null);
  const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(CARRIED);
  return {
    /** The section that would take what is carried; `''` for that of all others. */
    over,
    onDragStart(event: DragEvent): void {
      const row = event.target instanceof Element ? event.target.closest('[data-channel]') : null;
      const id = row?.getAttribute('data-channel');
      if (id == null) return;
      event.dataTransfer.setData(CARRIED, id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver(event: DragEvent): void {
      const section = targetOf(event)?.dataset['section'] ?? null;
      setOver(carries(event) ? section : null);
      if (!carries(event) || section === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDragLeave(event: DragEvent): void {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(null);
    },
    onDragEnd: () => setOver(null),
    onDrop(event: DragEvent): void {
      const section = targetOf(event)?.dataset['section'];
      const channelId = event.dataTransfer.getData(CARRIED);
      setOver(null);
      if (section === undefined || channelId === '') return;
      event.preventDefault();
      const sectionId = section === '' ? null : section;
      void act((core) => core.setMembership({ channelId, sectionId, starred: false }));
    },
  };
}
