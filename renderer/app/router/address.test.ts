import { describe, expect, it } from 'vitest';
import { Address } from './address.ts';

class Bar {
  /** Every visit, the last is where the bar is. */
  visits = ['#/'];
  later: (() => void)[] = [];
  readonly address = new Address({
    read: () => this.visits.at(-1) ?? '',
    write: (address, replace) => {
      if (replace) this.visits.pop();
      this.visits.push(address);
    },
    later: (run) => void this.later.push(run),
  });

  paint(): void {
    for (const run of this.later.splice(0)) run();
  }
}

describe('the address', () => {
  it('is true at once, and a visit of the browser after the paint', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    expect(bar.address.read()).toBe('#/c/1');
    expect(bar.visits).toEqual(['#/']);
    bar.paint();
    expect(bar.visits).toEqual(['#/', '#/c/1']);
  });

  it('leaves each place that was gone to before the paint as a visit of its own', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    bar.address.go('#/c/2', false);
    bar.address.go('#/c/3', true);
    bar.paint();
    bar.paint();
    expect(bar.visits).toEqual(['#/', '#/c/1', '#/c/3']);
  });

  it('gives way to what somebody wrote into the bar meanwhile', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    bar.visits.push('#/c/9');
    expect(bar.address.read()).toBe('#/c/9');
    bar.paint();
    expect(bar.visits).toEqual(['#/', '#/c/9']);
    bar.address.go('#/c/2', false);
    bar.paint();
    expect(bar.visits).toEqual(['#/', '#/c/9', '#/c/2']);
  });

  it('is written before the page is left', () => {
    const bar = new Bar();
    bar.address.go('#/c/1', false);
    bar.address.flush();
    expect(bar.visits).toEqual(['#/', '#/c/1']);
    bar.paint();
    expect(bar.visits).toEqual(['#/', '#/c/1']);
  });
});
