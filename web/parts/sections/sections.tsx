import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './sections.module.css';

/** A part of a page with an address of its own. */
export interface Section {
  key: string;
  text: ReactNode;
  /** Absent where the reader is only told that it is there. */
  link?: Pick<LinkProps, 'to' | 'state'> | undefined;
}

interface SectionsProps {
  name: string;
  of: readonly Section[];
  /** The key of the one that is shown. */
  current: string;
}

/** The parts of a page, as a list of links. */
export const Sections = ({ name, of, current }: SectionsProps) => (
  <nav aria-label={name}>
    <ul className={styles.sections}>
      {of.map(({ key, text, link }) => (
        <li key={key}>
          {link ? (
            <Link {...link} aria-current={key === current ? 'page' : undefined}>
              {text}
            </Link>
          ) : (
            <span>{text}</span>
          )}
        </li>
      ))}
    </ul>
  </nav>
);
