import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Settled } from './services/commands/runner.ts';
import type { FileTraffic } from './services/files/uploads.ts';
import type { Traffic } from './gateway/outbound.ts';
import { commands } from '../shared/commands/registry.ts';
import { closeCodes, type CloseCode } from '../shared/protocol/close-codes.ts';

/** What the relay tells Prometheus. What happens once a receiver is counted in plain numbers. */
export class Metrics {
  readonly registry = new Registry();
  readonly traffic: Traffic = { frames: 0, bytes: 0 };
  readonly files: FileTraffic = { bytesIn: 0, bytesOut: 0, done: 0, refused: 0, damaged: 0 };
  readonly #commands: Counter<'name' | 'outcome'>;
  readonly #groupSize: Histogram;
  readonly #commitSeconds: Histogram;
  readonly #closes: Counter<'code'>;
  readonly #slow: Counter;

  /** @param connections how many stand at the moment */
  constructor(connections: () => number) {
    const registers = [this.registry];
    const { traffic, files } = this;
    collectDefaultMetrics({ register: this.registry });
    const live = (name: string, help: string, value: () => number) =>
      new Gauge({
        ...{ name, help, registers },
        collect() {
          this.set(value());
        },
      });
    live('balai_connections', 'Connections to the gateway', connections);
    live('balai_frames_out_total', 'Frames written to receivers', () => traffic.frames);
    live('balai_bytes_out_total', 'Bytes of frames written to receivers', () => traffic.bytes);
    live('balai_file_bytes_in_total', 'Bytes of files taken', () => files.bytesIn);
    live('balai_file_bytes_out_total', 'Bytes of files handed out', () => files.bytesOut);
    live('balai_files_done_total', 'Files that are whole', () => files.done);
    live('balai_files_refused_total', 'Files refused by policy', () => files.refused);
    live('balai_files_damaged_total', 'Files that came damaged', () => files.damaged);
    this.#commands = new Counter({
      ...{ name: 'balai_commands_total', help: 'Commands by name and outcome', registers },
      labelNames: ['name', 'outcome'],
    });
    this.#groupSize = new Histogram({
      ...{ name: 'balai_group_size', help: 'Commands of one transaction', registers },
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    });
    this.#commitSeconds = new Histogram({
      ...{ name: 'balai_commit_seconds', help: 'From a group to its durable commit', registers },
      buckets: [0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    });
    this.#closes = new Counter({
      ...{ name: 'balai_goodbyes_total', help: 'Connections that the relay closed', registers },
      labelNames: ['code'],
    });
    this.#slow = new Counter({
      ...{ name: 'balai_slow_drops_total', help: 'Receivers dropped to catch-up', registers },
    });
  }

  committed(settled: readonly Settled[]): void {
    this.#groupSize.observe(settled.length);
    for (const { command, outcome } of settled) {
      // A name that a client made up is not a label.
      const name = commands.has(command.spec.name) ? command.spec.name : 'other';
      this.#commands.inc({ name, outcome: outcome.ok ? 'ok' : outcome.refusal.code });
    }
  }

  commitTook(seconds: number): void {
    this.#commitSeconds.observe(seconds);
  }

  closed(code: CloseCode): void {
    this.#closes.inc({ code });
    if (code === closeCodes.tooSlow) this.#slow.inc();
  }
}
