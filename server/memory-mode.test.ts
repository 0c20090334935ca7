import { expect, it } from 'vitest';
import { FakeClock } from '../shared/testing/clock.ts';
import { MemoryMode } from './memory-mode.ts';

const [lean, fast] = ['--optimize-for-size', '--no-optimize-for-size'];

it('takes little memory until many write at once, and again when they have stopped', () => {
  const clock = new FakeClock();
  const flags: string[] = [];
  const mode = new MemoryMode(clock, (flag) => void flags.push(flag));
  for (let n = 0; n < 100; n++) {
    mode.committed(1);
    clock.advance(25);
  }
  expect(flags).toEqual([lean]);
  mode.committed(30);
  mode.committed(30);
  mode.committed(200);
  expect(flags).toEqual([lean, fast]);
  clock.advance(40_000);
  mode.committed(50);
  clock.advance(59_000);
  expect(flags).toEqual([lean, fast]);
  clock.advance(1_000);
  expect(flags).toEqual([lean, fast, lean]);
  mode.committed(50);
  expect(flags).toEqual([lean, fast, lean, fast]);
  expect(clock.pending).toBe(1);
});
