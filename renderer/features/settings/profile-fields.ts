import type { PersonView } from '../../../shared/rpc/views.ts';

const names = ['displayName', 'title', 'department', 'location', 'timeZone'] as const;
export type ProfileFields = Record<(typeof names)[number], string>;

export const profileFields = (me: ProfileFields): ProfileFields => ({
  displayName: me.displayName,
  title: me.title,
  department: me.department,
  location: me.location,
  timeZone: me.timeZone,
});

/** Only what the person changed, so that a change from elsewhere to the rest is not undone. */
export function changedFields(
  me: PersonView,
  fields: ProfileFields,
): Partial<ProfileFields> | undefined {
  const changed = names
    .map((name) => [name, fields[name].trim()] as const)
    .filter(([name, value]) => value !== me[name]);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
