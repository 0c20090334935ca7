import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeWindow, SMALLEST, WindowStateFile } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1_366, height: 728 };
const wide = { x: 1_366, y: -200, width: 2_560, height: 1_400 };
const saved = { x: 1_500, y: 100, width: 1_100, height: 800, maximized: false };

describe('the place of the window', () => {
  it('is the one it had, on whichever display that was', () => {
    expect(placeWindow(saved, [laptop, wide])).toEqual(saved);
  });

  it('is the middle of the main display at first', () => {
    expect(placeWindow(undefined, [laptop])).toEqual({
      width: 1_280,
      height: 728,
      maximized: false,
    });
  });

  it('is the middle too when its display has been taken away; it stays maximized', () => {
    const place = placeWindow({ ...saved, maximized: true }, [laptop]);
    expect(place).not.toHaveProperty('x');
    expect(place.maximized).toBe(true);
  });

  it.each([
    ['above the screen', { ...saved, x: 100, y: -60 }],
    ['below it', { ...saved, x: 100, y: 720 }],
    ['left of it', { ...saved, x: -1_050, y: 10 }],
    ['right of it', { ...saved, x: 1_300, y: 10 }],
  ])('is the middle where nobody could take hold of it: %s', (_where, state) => {
    expect(placeWindow(state, [laptop])).not.toHaveProperty('x');
  });

  it('may hang over the edge as far as it can be pulled back', () => {
    expect(placeWindow({ ...saved, x: -900, y: 600 }, [laptop])).toMatchObject({ x: -900, y: 600 });
  });

  it('is never larger than its display, nor too small to use', () => {
    const huge = placeWindow({ ...saved, x: 0, y: 0, width: 9_000, height: 9_000 }, [laptop]);
    expect(huge).toMatchObject({ width: 1_366, height: 728 });
    const tiny = placeWindow({ ...saved, x: 0, y: 0, width: 130, height: 50 }, [laptop]);
    expect(tiny).toMatchObject(SMALLEST);
  });

  it('is usual where no display answers', () => {
    expect(placeWindow(saved, [])).toEqual({ width: 1_280, height: 820, maximized: false });
  });
});

describe('the file that keeps it', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'balai-window-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was written, also into a folder that was not there', () => {
    const file = new WindowStateFile(join(folder, 'deep', 'window.json'));
    expect(file.read()).toBeUndefined();
    file.write(saved);
    expect(file.read()).toEqual(saved);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"x":1}',
    JSON.stringify({ ...saved, width: 0 }),
    '{"x":1e400}',
  ])('counts as none when it is damaged: %s', (content) => {
    const path = join(folder, 'window.json');
    writeFileSync(path, content);
    expect(new WindowStateFile(path).read()).toBeUndefined();
  });

  it('harms nobody where it cannot be written', () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const file = new WindowStateFile(join(folder, 'in-the-way', 'window.json'));
    expect(() => file.write(saved)).not.toThrow();
  });
});
