import { say } from '../../texts/message.js';

const texts = [
  'neutral_callback',
  'neutral_callback_office',
  'training_start',
  'probation_end',
  'document_expiring',
  'training_status_application',
  'advice_before_birthday',
  'appointment',
  'school_exam_registration',
  'lost_contact',
  'official_letter',
] as const;

/** What a text is called in lists; one that the pages do not know yet by its key. */
export function textName(text: string): string {
  const known = texts.find((each) => each === text);
  return known ? say(`text_${known}`) : text;
}
