import { FIRST_UNSENT } from '../../../../shared/domain/position.ts';

/** Whether it exists only on this computer yet. */
export const isUnsent = (message: { readonly position: number }): boolean =>
  message.position >= FIRST_UNSENT;
