import { useState } from 'react';
import type { BulkOffer } from '../../../contract/pages/bulk.js';
import type { Listed } from '../../api/reads.js';
import { lazily } from '../../parts/lazily.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { BulkBar } from './bulk/bulk-bar.js';
import { usePeople } from './people.js';
import { useAskedAct } from './use-asked-act.js';
import type { Selection } from './use-selection.js';
import type { Wanted } from './use-wanted.js';

const BulkDrawer = lazily(async () => (await import('./journeys-later.js')).BulkDrawer);
const Peek = lazily(async () => (await import('./journeys-later.js')).Peek);

interface BesideProps {
  wanted: Wanted;
  selection: Selection;
  rows: readonly SteadyRow<Listed>[] | undefined;
}

/** What lies beside the list: somebody in short, and what is done to many. */
export function Beside({ wanted, selection, rows }: BesideProps) {
  const { peeked, batch, beside } = wanted;
  const people = usePeople(rows);
  // those for whom it is: whoever is chosen when it begins
  const [begun, setBegun] = useState<{ offer: BulkOffer; ids: readonly string[] }>();
  useAskedAct(rows !== undefined, (offer) => {
    selection.all();
    setBegun({ offer, ids: selection.choosable });
  });
  const close = (): void => {
    setBegun(undefined);
    beside({});
    backTo(peeked);
  };
  return (
    <>
      <BulkBar selection={selection} onAct={(offer) => setBegun({ offer, ids: selection.chosen })} />
      {peeked !== undefined && <Peek id={peeked} onClose={close} />}
      {(begun !== undefined || batch !== undefined) && (
        <BulkDrawer
          offer={begun?.offer}
          ids={begun?.ids ?? []}
          people={people}
          batch={batch}
          onStarted={(started) => beside({ batch: started })}
          onKeep={(ids) => {
            selection.only(ids);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

/** The focus goes back to the row that was looked at, else to the bar of the chosen, else to the list. */
function backTo(row: string | undefined): void {
  requestAnimationFrame(() => {
    const place =
      (row === undefined ? null : document.querySelector<HTMLElement>(`[data-row="${row}"] a`)) ??
      document.querySelector<HTMLElement>('[data-bulk] button') ??
      document.querySelector<HTMLElement>('[data-list]');
    place?.focus();
  });
}
