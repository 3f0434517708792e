import { Link, useSearchParams } from 'react-router';
import type { StuckFigures } from '../../../contract/pages/figures.js';
import { Block } from '../../parts/block.js';
import { addressOfCell } from '../../parts/figures/address-of-flags.js';
import { StuckTable } from '../../parts/figures/stuck-table.js';
import { WayChoice } from '../../parts/figures/way-choice.js';
import { wayIn } from '../../parts/figures/ways.js';
import { say as attention } from '../../texts/attention.js';
import { say } from '../../texts/leitstand.js';
import type { Queried } from './queried.js';
import styles from './leitstand.module.css';

/** Who needs attention, by reason, commune or coach. A fault of the machine is never counted among them. */
export function StuckBlock({ query, isPast = false }: { query: Queried<StuckFigures>; isPast?: boolean }) {
  const [search] = useSearchParams();
  const { data: figures } = query;
  const way = wayIn(search);
  const addressOf = (asked: Readonly<Record<string, string>>): string =>
    `/hinweise?${addressOfCell(asked, way === 'rule' ? null : way).toString()}`;
  const title =
    figures === undefined
      ? attention('heading')
      : say('stuck', {
          summary: attention('summary', { flags: figures.flags, journeys: figures.journeys }),
        });
  return (
    <Block title={title} lines={8} query={query} aside={<WayChoice />}>
      {figures?.groups.length === 0 && <p>{isPast ? say('nobodyThen') : attention('empty')}</p>}
      {figures && figures.groups.length > 0 && (
        <StuckTable
          figures={figures}
          // what is shown is counted so; the address may be ahead of it
          by={figures.by}
          addressOf={isPast ? undefined : addressOf}
        />
      )}
      {!isPast && (
        <p className={styles.note} data-not-printed>
          <Link to="/hinweise?technical=true">{say('technical')}</Link>
        </p>
      )}
    </Block>
  );
}
