import type { Bridge } from '../../../shared/rpc/bridge.ts';
import { attachAddress, type AttachAddress } from '../../../shared/rpc/file-address.ts';
import { attachFile } from '../../../shared/rpc/file-port.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AttachProblem } from '../../../shared/rpc/file-views.ts';
import { openBridgePort } from './bridge-port.ts';

/** Bytes that are read at a time. */
const PIECE = 256 * 1024;

/** Brings a file's bytes to the core, which takes a copy. Rejects where the core is away. */
export type AttachBytes = (
  chosen: AttachAddress,
  file: File,
) => Promise<Result<{ id: string }, AttachProblem>>;

/** In Electron: straight to the core, by a port of the file's own. */
export const attachByPort =
  (bridge: Bridge): AttachBytes =>
  async (chosen, file) =>
    attachFile(
      await openBridgePort(bridge, 'file'),
      { ...chosen, size: file.size },
      piecesOf(file),
    );

/** In a browser: to the host that served the page. */
export const attachByHttp: AttachBytes = async (chosen, file) => {
  const answer = await fetch(attachAddress(chosen), { method: 'POST', body: file });
  if (!answer.ok) throw new Error(`the core answered ${answer.status}`);
  return (await answer.json()) as Result<{ id: string }, AttachProblem>;
};

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) {
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  }
}
