import { paths } from '../../../shared/protocol/http.ts';
import { startDatabaseLine, type DatabaseLine } from '../../store/testing/database-line.ts';
import { RelayProcess } from '../../testing/relay-process.ts';
import { Balancer } from './balancer.ts';

/** A relay in a process of its own, with its own line to the database. */
export interface FarmNode {
  readonly relay: RelayProcess;
  readonly line: DatabaseLine;
}

/** Several relay processes on one database behind a load balancer that asks for their health. */
export class NodeFarm {
  readonly balancer: Balancer;
  readonly nodes: FarmNode[] = [];
  readonly #database: string;
  readonly #socket: string;
  readonly #all: FarmNode[] = [];

  private constructor(balancer: Balancer, database: string, socket: string) {
    this.balancer = balancer;
    this.#database = database;
    this.#socket = socket;
  }

  /**
   * @param database its URL
   * @param socket the unix socket behind that URL
   */
  static async start(count: number, database: string, socket: string): Promise<NodeFarm> {
    const farm = new NodeFarm(await Balancer.start(), database, socket);
    await Promise.all(Array.from({ length: count }, () => farm.grow()));
    return farm;
  }

  async grow(): Promise<FarmNode> {
    const line = await startDatabaseLine(this.#socket);
    const store = line.through(this.#database);
    const flags = ['--store', store, '--log-level', 'error', '--rate-per-second', '0'];
    const node = { relay: await RelayProcess.start(flags), line };
    this.#all.push(node);
    this.nodes.push(node);
    this.balancer.add(node.relay.url);
    return node;
  }

  /** The machine is gone. */
  async kill(node: FarmNode): Promise<void> {
    this.balancer.takeOut(node.relay.url);
    this.nodes.splice(this.nodes.indexOf(node), 1);
    await node.relay.kill();
  }

  takeOut({ relay }: FarmNode): void {
    this.balancer.takeOut(relay.url);
  }

  /** Gives the node connections again once it says that it is well. */
  async putBack(node: FarmNode): Promise<void> {
    while ((await healthOf(node)) !== 200);
    this.balancer.add(node.relay.url);
  }

  async end(): Promise<void> {
    await this.balancer.close();
    for (const { relay, line } of this.#all) {
      await relay.kill();
      await line.close();
    }
  }
}

export const healthOf = async ({ relay }: FarmNode): Promise<number> =>
  (await fetch(`${relay.url}${paths.health}`)).status;
