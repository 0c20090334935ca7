import type { Bus, Hint } from '../bus/port.ts';

/** A bus that keeps what was said on it. */
export class RecordingBus implements Bus {
  readonly hints: Hint[] = [];

  publish(hints: readonly Hint[]): void {
    this.hints.push(...hints);
  }

  subscribe(): () => void {
    return () => {};
  }

  async close(): Promise<void> {}
}
