import type { MessageFigures } from '../../../contract/pages/messages.js';
import { Sections } from '../../parts/sections/sections.js';
import { say } from '../../texts/post-out.js';
import type { Wanted } from './use-wanted.js';

interface TabsProps {
  of: MessageFigures['tabs'];
  wanted: Wanted;
  /** Whoever may see no message is told the numbers alone. */
  areLinks: boolean;
}

/** The states, each with its number and an address of its own. */
export const Tabs = ({ of, wanted: { tab, to, searched }, areLinks }: TabsProps) => (
  <Sections
    name={say('tabs')}
    of={of.map(({ key, count }) => ({
      key,
      text: (
        <>
          {say(`tab_${key}`)} <strong>{count}</strong>
        </>
      ),
      link: areLinks ? { to: to(key), state: { searched } } : undefined,
    }))}
    current={tab}
  />
);
