import { Link } from 'react-router';
import styles from './heat.module.css';

interface HeatCellProps {
  /** `<row>.<column>`, to be found by. */
  at: string;
  count: number;
  /** Absent where it opens nothing. */
  to: string | undefined;
  label: string;
  /** From 1 to 5; 0 for none. */
  shade: number;
  /** The one of the table that Tab reaches. */
  isCurrent: boolean;
  onFocus: () => void;
}

/** A number with its shade; none is a dash, which opens nothing. */
export function HeatCell({ at, count, to, label, shade, isCurrent, onFocus }: HeatCellProps) {
  if (count === 0) return <td className={styles.cell}>–</td>;
  if (to === undefined) {
    return (
      <td className={styles.cell} data-shade={shade}>
        {count}
      </td>
    );
  }
  return (
    <td className={styles.cell} data-shade={shade}>
      <Link to={to} aria-label={label} data-cell={at} tabIndex={isCurrent ? 0 : -1} onFocus={onFocus}>
        {count}
      </Link>
    </td>
  );
}
