import { Link } from 'react-router';

interface FigureProps {
  count: number;
  /** The list that it counts. */
  to: string;
  /** What is counted, where the number alone does not say it. */
  label?: string;
}

/** A number that opens its list; none is a dash and opens nothing. */
export function Figure({ count, to, label }: FigureProps) {
  if (count === 0) return <>–</>;
  return (
    <Link to={to} {...(label !== undefined && { 'aria-label': label })}>
      {count}
    </Link>
  );
}
