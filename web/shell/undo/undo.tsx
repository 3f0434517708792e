import { Button, CloseButton } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Refused } from '../../api/problem.js';
import { undoOf } from '../../api/undo.js';
import { carryOut, onSaved, type Saved } from '../../api/wishes.js';
import { say } from '../../texts/common.js';
import { announce, useAnnouncement } from './announce.js';
import styles from './undo.module.css';

const shownMs = 10_000;

/** What was just saved, with the way back for ten seconds: longer while somebody is at it. `Strg Z` does it too. */
export function Undo() {
  const [saved, setSaved] = useState<Saved>();
  const [held, setHeld] = useState(false);
  const announced = useAnnouncement();
  const [told, setTold] = useState<number>();
  useEffect(() => onSaved((news) => setSaved(news)), []);
  useEffect(() => {
    // a line that is gone is not left by anybody
    if (!saved) setHeld(false);
  }, [saved]);
  useEffect(() => {
    if (held || (!saved && announced?.number === told)) return undefined;
    const timer = setTimeout(() => {
      setSaved(undefined);
      setTold(announced?.number);
    }, shownMs);
    return () => clearTimeout(timer);
  }, [saved, held, announced, told]);

  const takeBack = useCallback(async () => {
    const wish = saved && undoOf(saved);
    if (!wish) return;
    setSaved(undefined);
    try {
      const { is } = await carryOut(wish);
      if (is === 'saved') announce(say('undone'));
    } catch (error) {
      announce(
        say('undoFailed', { reason: error instanceof Refused ? error.message : say('errorServer') }),
        'alert',
      );
    }
  }, [saved]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (!saved || inField || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void takeBack();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [saved, takeBack]);

  const news = announced && announced.number !== told ? announced : undefined;
  return (
    <div
      className={styles.place}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      <div role="alert">{news?.kind === 'alert' && <p className={styles.line}>{news.text}</p>}</div>
      <div role="status" className={styles.lines}>
        {news?.kind === 'status' && <p className={styles.line}>{news.text}</p>}
        {saved && (
          <p className={styles.line} data-undo>
            <span>
              {saved.wish.label} – {say('saved')}
            </span>
            {saved.undo !== undefined && (
              <Button size="compact-sm" variant="default" onClick={() => void takeBack()}>
                {say('undo')}
              </Button>
            )}
            <CloseButton
              variant="transparent"
              aria-label={say('close')}
              onClick={() => setSaved(undefined)}
            />
          </p>
        )}
      </div>
    </div>
  );
}
