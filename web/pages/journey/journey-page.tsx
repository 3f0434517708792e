import { useParams } from 'react-router';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/journey.js';
import { JourneyById } from './journey.js';

/** One journey. Another one begins afresh: nothing of the one before is shown or kept for it. */
export function JourneyPage() {
  const { id = '' } = useParams();
  useTitle(say('title'));
  return <JourneyById key={id} id={id} />;
}
