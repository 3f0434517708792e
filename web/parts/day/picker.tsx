import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { DatePicker } from '@mantine/dates';
import { currentLanguage } from '../../texts/language.js';
import type { Day } from '../../time/days.js';

interface PickerProps {
  value: Day | undefined;
  earliest: Day | undefined;
  latest: Day | undefined;
  onChoose: (day: Day) => void;
}

/** The second way to a day; loaded when somebody opens it. */
export function Picker({ value, earliest, latest, onChoose }: PickerProps) {
  return (
    <DatePicker
      locale={currentLanguage()}
      value={value ?? null}
      {...(value && { defaultDate: value })}
      {...(earliest && { minDate: earliest })}
      {...(latest && { maxDate: latest })}
      onChange={(day) => day && onChoose(day)}
    />
  );
}
