import type { Hours } from '../../../shared/domain/hours.ts';
import type { AdminCommand } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';
import { settleWorkspace } from './settle-workspace.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `mon-fri,sun` as 1 to 5 and 7. */
function daysOf(text: string): number[] {
  const dayOf = (name: string): number => {
    const index = names.indexOf(name.trim().toLowerCase());
    if (index < 0) throw new UsageError(`--days: "${name}" is none of ${names.join(', ')}.`);
    return index + 1;
  };
  const days = new Set<number>();
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [first = '', last = first] = part.split('-');
    const end = dayOf(last);
    // `sat-mon` goes over the end of the week.
    for (let day = dayOf(first); ; day = (day % 7) + 1) {
      days.add(day);
      if (day === end) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** `07:30` as minutes after midnight; `24:00` is the end of the day. */
function minuteOf(option: string, text: string): number {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const minute = Number(found?.[1]) * 60 + Number(found?.[2]);
  if (found === null || minute > 1_440 || Number(found[2]) > 59) {
    throw new UsageError(`--${option}: write a time as 07:30.`);
  }
  return minute;
}

export const workspaceHours: AdminCommand = {
  name: 'workspace hours',
  help: 'Sets when people work who have set no hours of their own',
  operands: [],
  options: {
    days: { value: 'DAYS', needed: true, help: 'mon-fri, or mon,wed,fri' },
    from: { value: 'TIME', needed: true, help: '08:00, in the time zone of each person' },
    to: { value: 'TIME', needed: true, help: '17:00; before --from it is on the next day' },
  },
  begins: false,
  async run(context, { values }) {
    const hours: Hours = {
      days: daysOf(values['days'] ?? ''),
      from: minuteOf('from', values['from'] ?? ''),
      to: minuteOf('to', values['to'] ?? ''),
    };
    await settleWorkspace(context, { policy: { hours } });
    const days = hours.days.map((day) => names[day - 1]).join(', ');
    return { text: `People work ${days}, ${values['from']} to ${values['to']}.`, json: hours };
  },
};
