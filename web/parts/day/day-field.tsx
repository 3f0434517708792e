import { ActionIcon, TextInput } from '@mantine/core';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import { lazy, Suspense, useId, useState } from 'react';
import { say } from '../../texts/common.js';
import { dayInWords, distance, type Day } from '../../time/days.js';
import { readDay } from '../../time/read-day.js';
import { useToday } from './use-today.js';

const Picker = lazy(async () => ({ default: (await import('./picker.js')).Picker }));

interface DayFieldProps {
  label: string;
  value: Day | undefined;
  /** Undefined where what is typed is no day. */
  onChange: (day: Day | undefined) => void;
  required?: boolean;
  description?: string | undefined;
  error?: string | undefined;
  earliest?: Day | undefined;
  latest?: Day | undefined;
  autoFocus?: boolean;
  name?: string;
}

const figures = (day: Day | undefined): string => (day ? day.split('-').toReversed().join('.') : '');

/** One field for a day as people type it (`5.12.`, `051226`, `+12`, `mo`); beneath it what was understood. */
export function DayField({ value, onChange, description, error, earliest, latest, ...field }: DayFieldProps) {
  const today = useToday();
  const [typed, setTyped] = useState(figures(value));
  const [open, setOpen] = useState(false);
  const echo = useId();
  const meant = typed === '' ? undefined : readDay(typed, today);
  const fault = typed !== '' && meant === undefined ? say('dayUnknown') : undefined;
  const limit =
    meant && latest && meant > latest
      ? say('dayLatest', { day: dayInWords(latest) })
      : meant && earliest && meant < earliest
        ? say('dayEarliest', { day: dayInWords(earliest) })
        : undefined;
  const take = (text: string): void => {
    setTyped(text);
    onChange(text === '' ? undefined : readDay(text, today));
  };
  return (
    <div>
      <TextInput
        {...field}
        value={typed}
        onChange={({ currentTarget }) => take(currentTarget.value)}
        placeholder={say('dayFormat')}
        description={description}
        error={error ?? limit}
        autoComplete="off"
        inputMode="text"
        aria-describedby={echo}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('calendar')}
            onClick={() => setOpen(!open)}
          >
            <IconCalendar size={18} aria-hidden />
          </ActionIcon>
        }
      />
      <small id={echo} data-echo>
        {meant ? `${dayInWords(meant)}, ${distance(meant, today)}` : (fault ?? ' ')}
      </small>
      {open && (
        <Suspense fallback={null}>
          <Picker
            value={meant}
            earliest={earliest}
            latest={latest}
            onChoose={(day) => {
              take(figures(day));
              onChange(day);
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
