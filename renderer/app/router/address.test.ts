import { describe, expect, it } from 'vitest';
import { Address } from './address.ts';

class Bar {
  /** Every visit, the last is where the bar is. */
  visits = ['#/'];
  readonly later = new Set<() => void>();
  readonly address = new Address({
    read: () => this.visits.at(-1) ?? '',
    write: (address, replace) => {
      if (replace) this.visits.pop();
      this.visits.push(address);
    },
    later: (run) => {
      this.later.add(run);
      return () => void this.later.delete(run);
    },
  });

  /** Somebody stays where they are. */
  stay(): void {
    for (const run of this.later) run();
    this.later.clear();
  }
}

describe('the address', () => {
  it('is true at once, and a visit of the browser once somebody stays', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    expect(bar.address.read()).toBe('#/c/1');
    expect(bar.visits).toEqual(['#/']);
    bar.stay();
    expect(bar.visits).toEqual(['#/', '#/c/1']);
  });

  it('leaves no visit of what was only passed through', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    bar.address.go('#/c/2', false);
    expect(bar.later.size).toBe(1);
    bar.address.go('#/c/3', true);
    bar.stay();
    expect(bar.visits).toEqual(['#/', '#/c/3']);
    bar.address.go('#/c/4', false);
    bar.address.go('#/c/3', false);
    expect(bar.address.read()).toBe('#/c/3');
    bar.stay();
    expect(bar.visits).toEqual(['#/', '#/c/3']);
  });

  it('has no way back to a place that was replaced', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', true);
    bar.address.go('#/c/2', false);
    bar.stay();
    expect(bar.visits).toEqual(['#/c/2']);
  });

  it('gives way to what somebody wrote into the bar meanwhile', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    bar.visits.push('#/c/9');
    expect(bar.address.read()).toBe('#/c/9');
    bar.stay();
    expect(bar.visits).toEqual(['#/', '#/c/9']);
    bar.address.go('#/c/2', false);
    bar.stay();
    expect(bar.visits).toEqual(['#/', '#/c/9', '#/c/2']);
  });

  it('is written before the page is left', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    bar.address.flush();
    expect(bar.visits).toEqual(['#/', '#/c/1']);
    bar.stay();
    expect(bar.visits).toEqual(['#/', '#/c/1']);
  });
});
