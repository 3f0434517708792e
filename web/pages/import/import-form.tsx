import { Alert, Button, Radio } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { say } from '../../texts/import.js';
import { Steps } from './steps.js';
import { useUpload } from './use-upload.js';
import styles from './import.module.css';

type Basis = ImportCounts['basis'];
const bases: readonly Basis[] = ['consent_on_paper', 'public_task'];

/** The ground, and the file: with both it is checked at once. */
export function ImportForm() {
  const [basis, setBasis] = useState<Basis>();
  const [file, setFile] = useState<File>();
  const [needsBasis, setNeedsBasis] = useState(false);
  const { isSending, fault, send } = useUpload();
  const take = (chosen: File | undefined): void => {
    if (!chosen) return;
    setFile(chosen);
    setNeedsBasis(basis === undefined);
    if (basis !== undefined) void send(chosen, basis);
  };
  return (
    <section className={styles.form} aria-label={say('heading')}>
      <Steps at="file" />
      {fault !== undefined && (
        <Alert color="act" role="alert">
          {fault}
        </Alert>
      )}
      <Radio.Group
        label={say('basis')}
        value={basis ?? null}
        onChange={(value) => setBasis(bases.find((each) => each === value))}
        error={needsBasis && basis === undefined ? say('basisFirst') : undefined}
      >
        <div className={styles.options}>
          {bases.map((each) => (
            <Radio key={each} value={each} label={say(`basis_${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <DropZone onFile={take} isBusy={isSending} />
      {file && basis !== undefined && (
        <Button loading={isSending} onClick={() => void send(file, basis)}>
          {say('check', { name: file.name })}
        </Button>
      )}
      <p role="status">{isSending && say('sending')}</p>
    </section>
  );
}

interface DropZoneProps {
  onFile: (file: File | undefined) => void;
  isBusy: boolean;
}

/** A place to drop a file that is the label of a file field too. */
function DropZone({ onFile, isBusy }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <label
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        accept=".csv,text/csv"
        className="visually-hidden"
        disabled={isBusy}
        onChange={({ currentTarget }) => {
          onFile(currentTarget.files?.[0]);
          // the same file, corrected, is chosen again
          currentTarget.value = '';
        }}
      />
      <strong>{say('drop')}</strong>
      <span>{say('dropHint')}</span>
    </label>
  );
}
