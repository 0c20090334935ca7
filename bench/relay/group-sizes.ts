export interface Groups {
  readonly transactions: number;
  readonly commands: number;
}

/** What the relay has carried out since it started, as it tells Prometheus. */
export async function groupsOf(url: string): Promise<Groups> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string): number => {
    const found = new RegExp(`^${name} (\\d+)$`, 'm').exec(text);
    if (found === null) throw new Error(`the relay does not tell ${name}`);
    return Number(found[1]);
  };
  return {
    transactions: value('balai_group_size_count'),
    commands: value('balai_group_size_sum'),
  };
}

/** Commands of one transaction, in the mean of what happened in between. */
export const meanGroup = (before: Groups, after: Groups): number =>
  (after.commands - before.commands) / (after.transactions - before.transactions);
