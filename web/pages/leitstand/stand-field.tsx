import { Button } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../parts/day/day-field.js';
import { useToday } from '../../parts/day/use-today.js';
import { say } from '../../texts/leitstand.js';
import { addDays, type Day } from '../../time/days.js';
import styles from './leitstand.module.css';

interface StandFieldProps {
  stand: Day | undefined;
  onTravel: (day: Day) => void;
}

/** A past day to look at; it is asked for by Enter, so that no half-typed day is. */
export function StandField({ stand, onTravel }: StandFieldProps) {
  const yesterday = addDays(useToday(), -1);
  const [day, setDay] = useState(stand);
  return (
    <form
      className={styles.stand}
      data-not-printed
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== undefined && day <= yesterday) onTravel(day);
      }}
    >
      <DayField label={say('stand')} value={day} onChange={setDay} latest={yesterday} />
      <Button type="submit" variant="default">
        {say('showStand')}
      </Button>
    </form>
  );
}
