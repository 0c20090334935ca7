import type { UserId } from '../../shared/domain/ids.ts';
import { isCompanyKind } from '../../shared/domain/registry.ts';
import type { StoredRow } from '../store/port.ts';
import { companyText, textFrame } from './frames.ts';
import type { Receiver } from './peer.ts';

/**
 * Brings those who do not keep the directory what they must have of `org` all the same: what holds
 * for everybody (settings, groups, emoji), and their own row, which says what they may do.
 */
export class LargeCompany {
  readonly #receivers = new Set<Receiver>();

  /** Before the head of `org` is read that its welcome tells: from here on nothing is passed over. */
  join(receiver: Receiver): void {
    if (receiver.open) this.#receivers.add(receiver);
  }

  leave(receiver: Receiver): void {
    this.#receivers.delete(receiver);
  }

  /** @param of the connections of a person */
  tell(rows: readonly StoredRow[], of: (userId: UserId) => Iterable<Receiver>): void {
    if (this.#receivers.size === 0) return;
    const forAll = rows.filter(({ kind }) => isCompanyKind(kind));
    if (forAll.length > 0) this.#write(this.#receivers, forAll);
    for (const row of rows) if (row.kind === 'user') this.#write(of(row.id as UserId), [row]);
  }

  #write(receivers: Iterable<Receiver>, rows: readonly StoredRow[]): void {
    const frame = textFrame(companyText(rows));
    for (const receiver of receivers) {
      if (!this.#receivers.has(receiver)) continue;
      // Whoever is being greeted passes this over: the head that tells of it is read again.
      if (!receiver.greeted) receiver.moves++;
      receiver.write(frame);
    }
  }
}
