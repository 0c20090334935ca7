import { busContract } from './contract/bus-contract.ts';
import { MemoryBus } from './memory.ts';

busContract('memory', async () => {
  const faults: unknown[] = [];
  const bus = new MemoryBus((error) => void faults.push(error));
  return { here: bus, there: bus, faults, end: () => bus.close() };
});
