import { Mailbox, receiveBytes, sendBytes } from '../../shared/rpc/byte-stream.ts';
import { fileAsk, type FileHead } from '../../shared/rpc/file-port.ts';
import type { Port } from '../../shared/rpc/port.ts';
import type { CoreFiles } from '../core/core-port.ts';

/** The core's end of a port for one file: gives its bytes, or takes those of one to be attached. */
export async function serveFile(
  port: Port,
  files: CoreFiles,
  onError: (error: unknown) => void,
): Promise<void> {
  const mailbox = new Mailbox(port);
  const ask = fileAsk.safeParse(await mailbox.next());
  if (!ask.success) return port.close();
  try {
    if (ask.data.what === 'get') {
      const { what: _, ...wanted } = ask.data;
      const { body, ...head } = await files.serve(wanted);
      port.post({ ...head, body: body !== null } satisfies FileHead);
      if (body !== null) await sendBytes(port, mailbox, body);
    } else {
      const { what: _, ...chosen } = ask.data;
      port.post({ result: await files.attach(chosen, receiveBytes(port, mailbox)) });
    }
  } catch (error) {
    onError(error);
    port.close();
  }
}
