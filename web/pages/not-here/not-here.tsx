import { Link } from 'react-router';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/shell.js';

/** A page of another role. */
export const NotYours = () => <Sentence text={say('notYours')} />;

/** An address that leads nowhere. */
export const NotThere = () => <Sentence text={say('notThere')} />;

function Sentence({ text }: { text: string }) {
  useTitle(text);
  return (
    <>
      <h1>{text}</h1>
      <p>
        <Link to="/">{say('home')}</Link>
      </p>
    </>
  );
}
