import { Alert } from '@mantine/core';
import { Refused } from '../../api/problem.js';
import { say } from '../../texts/common.js';

interface RefusalProps {
  error: unknown;
  /** Messages by the pointer of their field. */
  fields: Readonly<Record<string, string>>;
  /** What the fields are called, where the messages alone do not say which one is meant. */
  labels?: Readonly<Record<string, string>>;
}

/** Why something was not saved: how many fields to look at, or the server's sentence and what is missing. */
export function Refusal({ error, fields, labels = {} }: RefusalProps) {
  const wrong = Object.entries(fields);
  if (error === undefined && wrong.length === 0) return null;
  const refused = error instanceof Refused ? error : undefined;
  return (
    <Alert
      color="act"
      role="alert"
      title={wrong.length > 0 ? say('errorForm', { n: wrong.length }) : undefined}
    >
      {wrong.length > 0 ? (
        <ul>
          {wrong.map(([pointer, message]) => (
            <li key={pointer}>
              <a
                href={`#${pointer}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementsByName(pointer)[0]?.focus();
                }}
              >
                {labels[pointer] === undefined ? message : `${labels[pointer]}: ${message}`}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{refused?.message ?? say('errorServer')}</p>
      )}
      {refused?.body.missing?.map(({ code, text }) => (
        <p key={code}>{say('missing', { what: text })}</p>
      ))}
      {refused && refused.status >= 500 && (
        <small>{say('errorCode', { code: refused.code, id: refused.body.requestId ?? '' })}</small>
      )}
    </Alert>
  );
}
