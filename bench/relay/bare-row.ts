/** A message as the relay stores it, for the floors that write the same rows. */
export const rowText = (id: string, authorId: string, version: number, text: string): string =>
  JSON.stringify({
    ...{ kind: 'message', id, authorId, rootId: null, broadcast: false, text, attachments: [] },
    ...{ system: null, createdAt: Date.now(), editedAt: null, deletedAt: null },
    ...{ position: version, ordinal: version, op: id, version },
  });

/** What is kept of its command, so that a repeat gets the same answer (S1). */
export const outcomeText = (actor: string, version: number): string =>
  `{"ok":true,"at":{"channel:${actor}":${version}}}`;
