import type { Me } from '../../contract/access.js';

type Role = Me['role'];

/** A page as the navigation knows it. */
export interface PageEntry {
  path: string;
  /** Its name in `texts/shell`. */
  name:
    | 'overview'
    | 'today'
    | 'journeys'
    | 'attention'
    | 'deadlines'
    | 'postOut'
    | 'programme'
    | 'importing'
    | 'administration'
    | 'system';
  roles: readonly Role[];
  /** Those for whom it stands among what belongs to the account: the bar has room for six. */
  inMenuOf?: readonly Role[];
  /** `g` and this key open it. */
  key: string;
}

/** Every page behind the sign-in that has a name in the navigation, in its order. */
export const pages: readonly PageEntry[] = [
  { path: '/leitstand', name: 'overview', roles: ['coordinator'], key: 'l' },
  { path: '/heute', name: 'today', roles: ['coach', 'coordinator'], inMenuOf: ['coordinator'], key: 'h' },
  { path: '/teilnehmende', name: 'journeys', roles: ['coach', 'coordinator'], key: 't' },
  { path: '/hinweise', name: 'attention', roles: ['coach', 'coordinator'], key: 'w' },
  { path: '/fristen', name: 'deadlines', roles: ['coach', 'coordinator'], inMenuOf: ['coach'], key: 'f' },
  { path: '/postausgang', name: 'postOut', roles: ['coach', 'coordinator', 'admin'], key: 'p' },
  { path: '/programm', name: 'programme', roles: ['coach', 'coordinator', 'admin'], key: 'r' },
  { path: '/verwaltung', name: 'administration', roles: ['admin'], key: 'v' },
  { path: '/system', name: 'system', roles: ['admin', 'coordinator'], inMenuOf: ['coordinator'], key: 's' },
  {
    path: '/import',
    name: 'importing',
    roles: ['admin', 'coordinator'],
    inMenuOf: ['coordinator'],
    key: 'i',
  },
];

const homes: Record<Role, string> = { coach: '/heute', coordinator: '/leitstand', admin: '/system' };

/** Where somebody of that role begins. */
export const homeOf = (role: Role): string => homes[role];

export const pagesOf = (role: Role): readonly PageEntry[] =>
  pages.filter(({ roles }) => roles.includes(role));

/** The pages of a role in the bar, or in the menu behind one's initials. */
export const pagesIn = (place: 'bar' | 'menu', role: Role): readonly PageEntry[] =>
  pagesOf(role).filter(({ inMenuOf = [] }) => inMenuOf.includes(role) === (place === 'menu'));
