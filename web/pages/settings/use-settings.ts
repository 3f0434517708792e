import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '../../../contract/access.js';
import type { Settings } from '../../../contract/pages/settings.js';
import { reads } from '../../api/reads.js';
import { request } from '../../api/request.js';

interface Change {
  is: 'none' | 'busy' | 'saved' | 'failed';
  save: (settings: Settings) => Promise<void>;
}

/** Saves what somebody likes; the whole workplace follows at once. */
export function useSettings(): Change {
  const client = useQueryClient();
  const [is, setIs] = useState<Change['is']>('none');
  const save = async (settings: Settings): Promise<void> => {
    setIs('busy');
    try {
      const { body } = await request<Me>('PATCH', '/api/v1/me', { body: { settings } });
      client.setQueryData(reads.me().queryKey, body);
      setIs('saved');
      // what the server has said in the other language is asked anew
      if (settings.language)
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    } catch {
      setIs('failed');
    }
  };
  return { is, save };
}
