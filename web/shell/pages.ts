import type { Me } from '../../contract/access.js';

type Role = Me['role'];

/** A page as the navigation knows it. */
export interface PageEntry {
  path: string;
  /** Its name in `texts/shell`. */
  name: 'overview' | 'today' | 'journeys' | 'attention' | 'deadlines' | 'system';
  roles: readonly Role[];
  /** `g` and this key open it. */
  key: string;
}

/** Every page behind the sign-in that has a name in the navigation, in its order. */
export const pages: readonly PageEntry[] = [
  { path: '/leitstand', name: 'overview', roles: ['coordinator'], key: 'l' },
  { path: '/heute', name: 'today', roles: ['coach', 'coordinator'], key: 'h' },
  { path: '/hinweise', name: 'attention', roles: ['coach', 'coordinator'], key: 'w' },
  { path: '/teilnehmende', name: 'journeys', roles: ['coach', 'coordinator'], key: 't' },
  { path: '/fristen', name: 'deadlines', roles: ['coordinator'], key: 'f' },
  { path: '/system', name: 'system', roles: ['admin', 'coordinator'], key: 's' },
];

const homes: Record<Role, string> = { coach: '/heute', coordinator: '/leitstand', admin: '/system' };

/** Where somebody of that role begins. */
export const homeOf = (role: Role): string => homes[role];

export const pagesOf = (role: Role): readonly PageEntry[] =>
  pages.filter(({ roles }) => roles.includes(role));
