import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'playwright-core';
import { WebSocket } from 'ws';

/** What the page and the core hold, garbage collected first. */
export interface Taken {
  readonly pageHeapMb: number;
  /** Nodes of the document, and those that something still holds. */
  readonly pageNodes: number;
  readonly coreHeapMb: number;
  /** All of the core's process that is in memory. */
  readonly coreMb: number;
}

export class PageMemory {
  readonly #cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async of(page: Page): Promise<PageMemory> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    return new PageMemory(cdp);
  }

  async take(): Promise<Pick<Taken, 'pageHeapMb' | 'pageNodes'>> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    const nodes = metrics.find(({ name }) => name === 'Nodes')?.value ?? Number.NaN;
    return { pageHeapMb: usedSize / 1e6, pageNodes: nodes };
  }
}

/** The core through Node's inspector. */
export class CoreMemory {
  readonly #pid: number;
  readonly #socket: WebSocket;
  #last = 0;

  private constructor(pid: number, socket: WebSocket) {
    this.#pid = pid;
    this.#socket = socket;
  }

  static async of(pid: number, port: number): Promise<CoreMemory> {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`);
    const [target] = (await targets.json()) as { webSocketDebuggerUrl: string }[];
    if (target === undefined) throw new Error('the core is not to be inspected');
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await once(socket, 'open');
    return new CoreMemory(pid, socket);
  }

  async take(): Promise<Pick<Taken, 'coreHeapMb' | 'coreMb'>> {
    const coreMb = residentMb(this.#pid);
    await this.#ask('HeapProfiler.collectGarbage');
    const { usedSize } = (await this.#ask('Runtime.getHeapUsage')) as { usedSize: number };
    return { coreHeapMb: usedSize / 1e6, coreMb };
  }

  close(): void {
    this.#socket.terminate();
  }

  async #ask(method: string): Promise<unknown> {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method }));
    for (;;) {
      const [data] = (await once(this.#socket, 'message')) as [Buffer];
      const answer = JSON.parse(data.toString()) as { id?: number; result?: unknown };
      if (answer.id === id) return answer.result;
    }
  }
}

/** MB. Linux tells it in /proc; elsewhere `ps` does. */
function residentMb(pid: number): number {
  const kib =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kib) / 1_024;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
