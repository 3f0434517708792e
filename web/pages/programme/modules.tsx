import { say } from '../../texts/programme.js';
import { Card } from './card.js';
import { inOwn, type Definition } from './definition.js';
import { Requirements } from './requirements.js';

/** Every module and what it needs to begin. */
export function Modules({ programme, words }: Definition) {
  return programme.modules.map(({ key, title, supports, requires }) => (
    <Card key={key} name={key} title={`${key} ${inOwn(title)}`}>
      <Requirements of={requires} programme={programme} words={words} />
      <p>{say(supports ? 'supports' : 'supportsNot')}</p>
    </Card>
  ));
}
