import { useState } from 'react';
import type { BulkOffer } from '../../../../contract/pages/bulk.js';
import { say } from '../../../texts/journeys.js';
import { presetsOf, type Values } from '../../../parts/act/fill.js';
import { Side } from '../../../parts/side.js';
import type { People } from '../people.js';
import styles from './bulk.module.css';
import { BulkForm } from './bulk-form.js';
import { BulkPreview } from './bulk-preview.js';
import { BulkResult } from './bulk-result.js';

const steps = ['what', 'preview', 'result'] as const;
type Step = (typeof steps)[number];

interface BulkDrawerProps {
  /** What is to be done; absent where an act is looked at that was put down before. */
  offer: BulkOffer | undefined;
  ids: readonly string[];
  people: People;
  /** The act that was put down. */
  batch: string | undefined;
  onStarted: (batch: string) => void;
  /** Those for whom it was not done are to be chosen. */
  onKeep: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** An act on many: what, what would become of each, and what became of each. Whoever closes it does not stop it. */
export function BulkDrawer({ offer, ids, people, batch, onStarted, onKeep, onClose }: BulkDrawerProps) {
  const [values, setValues] = useState<Values>(() => (offer ? presetsOf(offer) : {}));
  const [preview, setPreview] = useState<{ id: string; body: Record<string, unknown> }>();
  const step: Step = batch !== undefined ? 'result' : preview ? 'preview' : 'what';
  return (
    <Side title={offer?.label ?? say('bulk')} size="xl" onClose={onClose}>
      <ol className={styles.steps}>
        {steps.map((each) => (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {say(`step_${each}`)}
          </li>
        ))}
      </ol>
      {batch !== undefined ? (
        <BulkResult batch={batch} people={people} onStarted={onStarted} onKeep={onKeep} />
      ) : offer && preview ? (
        <BulkPreview
          offer={offer}
          preview={preview}
          people={people}
          onStarted={onStarted}
          onBack={() => setPreview(undefined)}
        />
      ) : (
        offer && (
          <BulkForm
            offer={offer}
            ids={ids}
            values={values}
            onChange={setValues}
            onPreview={(id, body) => setPreview({ id, body })}
          />
        )
      )}
    </Side>
  );
}
