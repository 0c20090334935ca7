import { expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import { attachAddress, fileAddress, readAttachAddress, readFileAddress } from './file-address.ts';

it.each(['original', 'preview'] as const)('reads what it wrote: %s', (part) => {
  for (const save of [true, false]) {
    const address = { channelId: anId(1), fileId: anId(2), part, save };
    expect(readFileAddress(fileAddress(address))).toEqual(address);
  }
});

it.each(['/file', '/file/a/b', `/file/${anId(1)}`, `/file/${anId(1)}/${anId(2)}/x`, '/files'])(
  '%s is no address of a file',
  (path) => expect(readFileAddress(path)).toBeUndefined(),
);

it('reads what is to be attached, in any script', () => {
  const chosen = {
    ...{ channelId: anId(1), rootId: anId(3), name: 'Laporan & 50 % – تقرير.pdf' },
    ...{ mediaType: 'application/pdf', width: null, height: null, durationMs: null },
  };
  expect(readAttachAddress(attachAddress(chosen))).toEqual(chosen);
  const picture = { ...chosen, rootId: null, width: 3, height: 4, durationMs: 61_000 };
  expect(readAttachAddress(attachAddress(picture))).toEqual(picture);
  expect(readAttachAddress(`/file?channel=${anId(1)}`)).toBeUndefined();
  expect(readAttachAddress('/file?channel=x&name=y')).toBeUndefined();
});
