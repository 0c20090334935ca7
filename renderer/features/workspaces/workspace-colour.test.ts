import { expect, it } from 'vitest';
import { WORKSPACE_COLOURS } from '../../../shared/domain/kinds/workspace.ts';
import { workspaceColour } from './workspace-colour.ts';

it('no two colours of a workspace look the same', () => {
  const all = Array.from({ length: WORKSPACE_COLOURS }, (_, colour) => workspaceColour(colour));
  expect(new Set(all).size).toBe(WORKSPACE_COLOURS);
});
