import { Link } from 'react-router';

interface FigureProps {
  count: number;
  /** The list that it counts; absent where there is none to open. */
  to: string | undefined;
  /** What is counted, where the number alone does not say it. */
  label?: string;
}

/** A number that opens its list, where it has one; none is a dash and opens nothing. */
export function Figure({ count, to, label }: FigureProps) {
  if (count === 0) return <>–</>;
  if (to === undefined) return <>{count}</>;
  return (
    <Link to={to} {...(label !== undefined && { 'aria-label': label })}>
      {count}
    </Link>
  );
}
