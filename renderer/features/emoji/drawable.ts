/** The block to which each year's new emoji are added: a system's font may be older than they are. */
const NEWEST = /[\u{1fa70}-\u{1faff}]/u;
/** A place in that block that no standard fills: drawn as whatever cannot be drawn. */
const NOTHING = '\u{1fafe}';
/** Side of what is drawn for the comparison, px. */
const SIDE = 20;

/** Tells which emoji this system can draw: one that it cannot looks like a place that is empty. */
export function drawable(): (emoji: string) => boolean {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return () => true;
  const font = getComputedStyle(document.documentElement).getPropertyValue('--emoji');
  context.font = `${SIDE - 4}px ${font}`;
  context.textBaseline = 'top';
  const drawn = (emoji: string): string => {
    context.clearRect(0, 0, SIDE, SIDE);
    context.fillText(emoji, 0, 0);
    return context.getImageData(0, 0, SIDE, SIDE).data.join();
  };
  const nothing = drawn(NOTHING);
  return (emoji) => !NEWEST.test(emoji) || drawn(emoji) !== nothing;
}
