import { expect, it } from 'vitest';
import { fileGroup } from './file-group.ts';

it.each([
  ['image/png', 'image'],
  ['video/mp4', 'media'],
  ['audio/ogg', 'media'],
  ['application/pdf', 'document'],
  ['text/plain', 'document'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'document'],
  ['application/zip', 'other'],
  ['', 'other'],
])('%s is in the group %s', (mediaType, group) => expect(fileGroup(mediaType)).toBe(group));
