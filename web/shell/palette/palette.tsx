import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { JourneyRef } from '../../../contract/journeys/shared.js';
import type { Act } from '../../../contract/pages/act.js';
import { useMe } from '../../api/reads.js';
import { carryOut } from '../../api/wishes.js';
import { addressOfView } from '../../pages/journeys/views/address-of-view.js';
import { isOneClick } from '../../parts/act/act-button.js';
import { ActForm } from '../../parts/act/act-form.js';
import { tellRefusal } from '../../parts/act/tell-refusal.js';
import { wishOf } from '../../parts/act/wish-of.js';
import { nameOf } from '../../parts/person-name.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/palette.js';
import type { Option } from './options.js';
import { usePersonOnPage } from './person-on-page.js';
import { Search } from './search.js';

/** One field, two steps: somebody, then what to record; or a page. Everything by the keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState<JourneyRef | undefined>(usePersonOnPage());
  const [act, setAct] = useState<Act>();
  const me = useMe();
  const navigate = useNavigate();
  const go = (path: string): void => {
    onClose();
    void navigate(path);
  };
  const choose = (option: Option, opens: boolean): void => {
    if (option.is === 'page') return go(option.page.path);
    if (option.is === 'view') return go(addressOfView(option.view, me));
    if (option.is === 'open' || (option.is === 'person' && opens))
      return go(`/teilnehmende/${option.person.id}`);
    if (option.is === 'person') return setPerson(option.person);
    if (option.is === 'act') return isOneClick(option.act) ? send(option.act) : setAct(option.act);
    return undefined;
  };
  const send = (act: Act): void => {
    onClose();
    carryOut(wishOf(act)).catch(tellRefusal);
  };
  const title = act ? `${act.label} · ${nameOf(person?.name ?? {})}` : say('title');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened
      onClose={onClose}
      title={title}
      size="lg"
      yOffset="8vh"
      transitionProps={{ duration: 0 }}
    >
      {act && person ? (
        <ActForm
          act={act}
          journey={{ id: person.id, version: undefined }}
          onDone={onClose}
          onCancel={() => setAct(undefined)}
        />
      ) : (
        <Search person={person} onChoose={choose} onForget={() => setPerson(undefined)} />
      )}
    </Modal>
  );
}
