import { useQuery } from '@tanstack/react-query';
import { reads } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { say } from '../../texts/import.js';

const separators = { ';': 'separator_semicolon', ',': 'separator_comma', '\t': 'separator_tab' } as const;

/** How the file was read: what is not recognised is not let in, and that is said. */
export function FileBlock({ id, rows }: { id: string; rows: number }) {
  const query = useQuery(reads.importFile(id));
  const file = query.data;
  return (
    <Block title={say('file')} query={query} lines={2}>
      {file && (
        <>
          <p>
            {say('fileLine', {
              rows,
              encoding: file.encoding,
              separator: say(separators[file.separator]),
              n: file.columns.length,
            })}
          </p>
          <p>{say('columns', { columns: file.columns.join(', ') })}</p>
          {file.leftOut.length > 0 && <p>{say('leftOut', { columns: file.leftOut.join(', ') })}</p>}
        </>
      )}
    </Block>
  );
}
