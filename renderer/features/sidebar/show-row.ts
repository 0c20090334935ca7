/**
 * Brings a row of a list that scrolls into sight: with the beginning of the list where both fit on
 * the screen, for what is unread stands there. Whoever has the list in hand keeps it where it is, as
 * far as the row is in sight.
 */
export function showRow(row: HTMLElement, list: HTMLElement | null): void {
  if (list !== null && list.scrollTop > 0 && !list.contains(document.activeElement)) {
    const below = row.getBoundingClientRect().bottom - list.getBoundingClientRect().top;
    const room = list.clientHeight - parseFloat(getComputedStyle(list).paddingBlockEnd);
    if (below + list.scrollTop <= room) {
      list.scrollTop = 0;
      return;
    }
  }
  row.scrollIntoView({ block: 'nearest' });
}
