import type { User } from '../../../shared/domain/kinds/user.ts';
import type { AdminContext, Told } from '../admin-command.ts';

/** Makes an invitation and tells its code, which is shown this once. */
export async function inviteAndTell(
  { people }: AdminContext,
  user: User,
  before: string,
): Promise<Told> {
  const { code, expiresAt } = await people.invite(user);
  const until = new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ');
  const text = [
    ...(before === '' ? [] : [before]),
    `Invitation code for ${user.name}: ${code}`,
    `It can be used once, until ${until} UTC, and is not shown again.`,
  ].join('\n');
  return { text, json: { id: user.id, name: user.name, code, expiresAt } };
}
