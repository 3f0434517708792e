import { useEffect, useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import styles from './programme.module.css';

interface CardProps {
  /** Its key in the definition: the address leads to it. */
  name: string;
  title: string;
  children: ReactNode;
}

/** One entry of the definition. Whoever comes by its address finds it in sight, with the focus on its heading. */
export function Card({ name, title, children }: CardProps) {
  const [search] = useSearchParams();
  const isMeant = search.get('eintrag') === name;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [isMeant]);
  return (
    <article className={styles.card} data-meant={isMeant || undefined}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </article>
  );
}

/** A few sentences under a word; nothing where there are none. */
export function Sentences({ title, of }: { title: string; of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {of.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
