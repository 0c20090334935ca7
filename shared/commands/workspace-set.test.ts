import { describe, expect, it } from 'vitest';
import { policyOf, WORKSPACE_ROW } from '../domain/kinds/workspace.ts';
import { orgScope } from '../domain/scope.ts';
import { Office, START } from '../testing/office.ts';
import { workspaceSet } from './workspace-set.ts';

function company(): Office {
  const office = new Office();
  office.work.put(orgScope, {
    ...{ kind: 'workspace', id: WORKSPACE_ROW, name: 'Nusa Mandiri', createdAt: START },
  });
  return office;
}
const row = (office: Office) => office.work.get(orgScope, 'workspace', WORKSPACE_ROW);

describe('workspace.set', () => {
  it('changes what is named and leaves the rest; what nobody has decided is as by default', () => {
    const office = company();
    const holidays = [{ date: '2026-08-17', name: 'Hari Kemerdekaan' }];
    office.did('citra', 'workspace.set', { policy: { offHours: 'quiet' }, holidays });
    office.did('citra', 'workspace.set', { policy: { seenBy: false } });
    expect(row(office)).toMatchObject({ name: 'Nusa Mandiri', holidays });
    expect(policyOf(row(office))).toMatchObject({
      offHours: 'quiet',
      seenBy: false,
      linkPreviews: true,
    });
  });

  it('gives its windows a colour, and takes it away again', () => {
    const office = company();
    office.did('citra', 'workspace.set', { colour: 3 });
    office.did('citra', 'workspace.set', { name: 'Nusa' });
    expect(row(office)).toMatchObject({ name: 'Nusa', colour: 3 });
    office.did('citra', 'workspace.set', { colour: null });
    expect(row(office)?.colour).toBeNull();
  });

  it('forbidden: for administrators alone', () => {
    const ran = company().do('ayu', 'workspace.set', { name: 'Punya Ayu' });
    expect(ran.refusal).toEqual({ code: 'forbidden' });
  });

  it('begins with a name of the product’s where nobody has named the workspace', () => {
    const office = new Office();
    office.did('citra', 'workspace.set', { holidays: [] });
    expect(row(office)).toMatchObject({ name: 'Balai', holidays: [] });
  });

  it('invalid: a day that is none, and a setting that is none', () => {
    const day = { date: '2026-13-01', name: 'x' };
    expect(workspaceSet.args.safeParse({ holidays: [day] }).success).toBe(false);
    expect(workspaceSet.args.safeParse({ policy: { colour: 'red' } }).success).toBe(false);
  });
});
