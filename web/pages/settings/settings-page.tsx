import { Alert, Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { useTitle } from '../../parts/use-title.js';
import { usesSingleKeys } from '../../shell/global-keys.js';
import { say as common } from '../../texts/common.js';
import { currentLanguage, languages } from '../../texts/language.js';
import { say } from '../../texts/settings.js';
import styles from './settings.module.css';
import { useSettings } from './use-settings.js';

const inItself = { de: 'Deutsch', en: 'English' };

/** How an account likes its pages. */
export function SettingsPage() {
  useTitle(say('title'));
  const me = useMe();
  const { is, save } = useSettings();
  const { settings } = me;
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <p>
        {say('account', { name: me.name, email: me.email })}. {say('atOnce')}
      </p>
      <p role="status" className={styles.status}>
        {is === 'saved' && common('saved')}
      </p>
      {is === 'failed' && (
        <Alert color="act" role="alert">
          {say('failed')}
        </Alert>
      )}
      <Choice
        title={say('language')}
        value={settings.language ?? currentLanguage()}
        options={languages.map((value) => [value, <span lang={value}>{inItself[value]}</span>])}
        onChoose={(language) => void save({ language })}
      />
      <Choice
        title={say('colours')}
        value={settings.colours ?? 'auto'}
        options={(['auto', 'light', 'dark'] as const).map((value) => [value, say(`colours_${value}`)])}
        onChoose={(colours) => void save({ colours })}
      />
      <Choice
        title={say('density')}
        value={settings.density ?? 'comfortable'}
        options={(['comfortable', 'compact'] as const).map((value) => [value, say(`density_${value}`)])}
        onChoose={(density) => void save({ density })}
      />
      <Block title={say('keys')}>
        <Checkbox
          label={say('singleKeys')}
          description={say('singleKeysHint')}
          checked={usesSingleKeys(me)}
          onChange={({ currentTarget }) => void save({ singleKeys: currentTarget.checked })}
        />
      </Block>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  title: string;
  value: Value;
  options: readonly (readonly [Value, ReactNode])[];
  onChoose: (value: Value) => void;
}

/** One of a few. */
function Choice<Value extends string>({ title, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <Block title={title}>
      <Radio.Group value={value} onChange={onChoose} aria-label={title}>
        <div className={styles.options}>
          {options.map(([each, label]) => (
            <Radio key={each} value={each} label={label} />
          ))}
        </div>
      </Radio.Group>
    </Block>
  );
}
