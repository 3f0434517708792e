import { useMe, useWords } from '../../api/reads.js';
import { PersonName } from '../../parts/person-name.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/palette.js';
import { say as shell } from '../../texts/shell.js';
import type { Option } from './options.js';

/** What an option says. */
export function OptionLine({ option }: { option: Option }) {
  const me = useMe();
  const words = useWords();
  switch (option.is) {
    case 'person': {
      const { name, externalId, commune, coach } = option.person;
      const isColleagues = coach !== null && coach !== me.email;
      return (
        <>
          <PersonName of={name} />{' '}
          <small>
            {[externalId, words.communes[commune], isColleagues && say('colleague', { coach })]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      );
    }
    case 'page':
      return <>{shell(option.page.name)}</>;
    case 'view':
      return (
        <>
          {option.view.name} <small>{say('view')}</small>
        </>
      );
    case 'open':
      return <>{say('open')}</>;
    case 'act':
      return <>{option.act.label}</>;
    case 'notYet':
      return (
        <>
          {option.label}{' '}
          <small>
            {say('notYet')}. {option.missing.map(({ text }) => common('missing', { what: text })).join(' ')}
          </small>
        </>
      );
  }
}
