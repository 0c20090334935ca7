import { describe, expect, it } from 'vitest';
import { roomFor } from './use-drawn-rows.ts';

const section = (rows: number) => ({ channels: Array.from({ length: rows }, () => ({}) as never) });

describe('the rows that are drawn at first', () => {
  it('are all of a few', () => {
    expect(roomFor([section(3), section(0), section(12)])).toEqual([3, 0, 12]);
  });

  it('are the first fifty of many, over the sections', () => {
    expect(roomFor([section(20), section(300), section(8)])).toEqual([20, 30, 0]);
  });
});
