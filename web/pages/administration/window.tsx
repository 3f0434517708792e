import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { say as common } from '../../texts/common.js';

interface WindowProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A window over the page; closed, the focus is back where it was opened. */
export const Window = ({ title, onClose, children }: WindowProps) => (
  <Modal
    closeButtonProps={{ 'aria-label': common('close') }}
    opened
    onClose={onClose}
    title={title}
    size="lg"
    returnFocus
  >
    {children}
  </Modal>
);
