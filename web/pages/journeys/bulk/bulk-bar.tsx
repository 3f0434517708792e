import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BulkOffer } from '../../../../contract/pages/bulk.js';
import { reads } from '../../../api/reads.js';
import { say } from '../../../texts/journeys.js';
import type { Selection } from '../use-selection.js';
import styles from './bulk.module.css';

interface BulkBarProps {
  selection: Selection;
  onAct: (offer: BulkOffer) => void;
}

/** Who is chosen, and what can be done for all of them; the server says what that is. */
export function BulkBar({ selection: { chosen, choosable, clear }, onAct }: BulkBarProps) {
  const isChosen = chosen.length > 0;
  const { data: offers = [] } = useQuery({ ...reads.bulkActs(), enabled: isChosen });
  return (
    <>
      <span role="status" className="visually-hidden">
        {isChosen && say('chosen', { n: chosen.length, of: choosable.length })}
      </span>
      {isChosen && (
        <section className={styles.bar} aria-label={say('bulk')} data-bulk>
          <span>{say('chosen', { n: chosen.length, of: choosable.length })}</span>
          {offers.map((offer) => (
            <Button
              key={offer.command}
              variant="default"
              size="compact-md"
              aria-haspopup="dialog"
              onClick={() => onAct(offer)}
            >
              {offer.label}
            </Button>
          ))}
          <Button
            variant="subtle"
            size="compact-md"
            onClick={(event) => {
              event.currentTarget.closest('main')?.querySelector<HTMLElement>('[data-list]')?.focus();
              clear();
            }}
          >
            {say('chooseNobody')}
          </Button>
        </section>
      )}
    </>
  );
}
