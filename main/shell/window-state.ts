import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const whole = z.number().int().min(-100_000).max(100_000);
const windowState = z.object({
  x: whole,
  y: whole,
  width: whole.min(1),
  height: whole.min(1),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

/** In density-independent pixels, as all of Electron's rectangles. */
export const SMALLEST = { width: 480, height: 400 } as const;
const USUAL = { width: 1_280, height: 820 } as const;
/** So much of the title bar must lie on a display, or nobody can take hold of the window. */
const GRIP = { width: 120, height: 40 } as const;

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b);

const canBeHeld = (state: WindowState, display: Rectangle): boolean =>
  overlap(state.x, state.width, display.x, display.width) >= GRIP.width &&
  overlap(state.y, GRIP.height, display.y, display.height) >= GRIP.height;

/**
 * Where to open the window: where it was, if that place still exists (a display may have been
 * taken away) and no larger than the display, otherwise in the middle of the main one.
 *
 * @param displays their work areas, the main one first
 */
export function placeWindow(saved: WindowState | undefined, displays: readonly Rectangle[]) {
  const display = saved === undefined ? undefined : displays.find((area) => canBeHeld(saved, area));
  if (saved === undefined || display === undefined) {
    const main = displays[0];
    return {
      width: Math.min(USUAL.width, main?.width ?? USUAL.width),
      height: Math.min(USUAL.height, main?.height ?? USUAL.height),
      maximized: saved?.maximized ?? false,
    };
  }
  return {
    x: saved.x,
    y: saved.y,
    width: Math.max(SMALLEST.width, Math.min(saved.width, display.width)),
    height: Math.max(SMALLEST.height, Math.min(saved.height, display.height)),
    maximized: saved.maximized,
  };
}

/** Keeps the window's place in a small file; a damaged one counts as none. */
export class WindowStateFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  read(): WindowState | undefined {
    try {
      return windowState.safeParse(JSON.parse(readFileSync(this.#path, 'utf8'))).data;
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all, as the computer may go off at any moment. Losing it costs nothing. */
  write(state: WindowState): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.new`, JSON.stringify(state));
      renameSync(`${this.#path}.new`, this.#path);
    } catch {
      // A full disk is told of by the core, where it matters.
    }
  }
}
