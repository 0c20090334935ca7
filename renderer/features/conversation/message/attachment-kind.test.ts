import { describe, expect, it } from 'vitest';
import { attachmentKind } from './attachment-kind.ts';

describe('what a linked file is', () => {
  it.each([
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'sheet'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'slides'],
    ['application/pdf', 'pdf'],
    ['image/png', 'image'],
    ['text/csv', 'sheet'],
    ['text/plain', 'text'],
    ['application/zip', 'archive'],
    ['application/json', 'code'],
    ['application/octet-stream', 'file'],
    ['text/html; charset=utf-8', 'link'],
    [null, 'link'],
  ])('%s is %s', (mediaType, kind) => expect(attachmentKind(mediaType)).toBe(kind));
});
