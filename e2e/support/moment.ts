import type { Locator } from '@playwright/test';

/** A field for a day or a time, found by its label. */
export const momentField = (within: Locator, label: string): Locator =>
  within.getByRole('group', { name: label, exact: true });

/**
 * Types a day `2026-12-25`, a time `14:30`, or both `2026-12-25T14:30` into such a field, digit by
 * digit as a person does: day, month, year, hour, minute.
 */
export async function fillMoment(field: Locator, value: string): Promise<void> {
  const [, year = '', month = '', day = '', time = ''] =
    /^(?:(\d{4})-(\d\d)-(\d\d))?T?(.*)$/.exec(value) ?? [];
  await field.getByRole('spinbutton').first().focus();
  await field.page().keyboard.type(`${day}${month}${year}${time.replace(':', '')}`);
}
