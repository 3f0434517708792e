import type { Today } from '../../../contract/pages/today.js';
import { nameOf } from '../../parts/person-name.js';
import { say } from '../../texts/today.js';
import { dayAndMonth } from '../../time/days.js';

/** Good news, and what comes next. */
export function Nothing({ next }: { next: Today['next'] }) {
  return (
    <p>
      {say('none')}{' '}
      {next && (
        <span data-personal>
          {say('next', { day: dayAndMonth(next.day), title: next.title, name: nameOf(next.journey.name) })}
        </span>
      )}
    </p>
  );
}
