import {
  dayAndMonth,
  dayInFull,
  dayInTable,
  dayInWords,
  distance,
  type Day as CalendarDay,
} from '../../time/days.js';
import { useToday } from './use-today.js';

interface Shown {
  of: CalendarDay;
  /** `full` with the year, `table` with two digits of it, `short` without. */
  as?: 'full' | 'table' | 'short';
  /** How far away it is, behind it. */
  far?: boolean;
  /** From where that is counted, if not from today. */
  from?: CalendarDay;
}

const forms = { full: dayInFull, table: dayInTable, short: dayAndMonth };

/** A day with its weekday, and how far it is away: the exact day is always there too. */
export function Day({ of, as = 'full', far = false, from }: Shown) {
  const today = useToday();
  return (
    <time dateTime={of} title={dayInWords(of)}>
      {forms[as](of)}
      {far && ` · ${distance(of, from ?? today)}`}
    </time>
  );
}

/** Only how far a day is away: `in 12 Tagen`. */
export function Distance({ of, from }: Pick<Shown, 'of' | 'from'>) {
  const today = useToday();
  return (
    <time dateTime={of} title={dayInWords(of)}>
      {distance(of, from ?? today)}
    </time>
  );
}
