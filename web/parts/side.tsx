import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { say } from '../texts/common.js';

interface SideProps {
  title: ReactNode;
  size: 'lg' | 'xl';
  onClose: () => void;
  children: ReactNode;
}

/** What lies beside the page, over its edge, until it is closed. */
export const Side = ({ title, size, onClose, children }: SideProps) => (
  <Drawer
    closeButtonProps={{ 'aria-label': say('close') }}
    opened
    onClose={onClose}
    position="right"
    size={size}
    title={title}
  >
    {children}
  </Drawer>
);
