import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { Need } from '../../../contract/pages/act.js';
import { say } from '../../texts/common.js';
import { dayInFull } from '../../time/days.js';
import { DayField } from '../day/day-field.js';
import type { Value } from './fill.js';

interface FieldProps {
  need: Need;
  value: Value;
  onChange: (value: Value) => void;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** So many choices are shown at once. */
const few = 5;

/** The field that a need asks for. */
export function Field({ need, value, onChange, error, autoFocus = false }: FieldProps) {
  const { kind, required, hint, options = [] } = need;
  const label = required ? need.label : `${need.label} (${say('optional')})`;
  const limit = need.latest && say('dayLatest', { day: dayInFull(need.latest) });
  const common = {
    label,
    error,
    autoFocus,
    name: need.pointer,
    'data-autofocus': autoFocus || undefined,
    description: hint ?? (kind === 'day' && need.preset === undefined ? limit : undefined),
  };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'day':
      return (
        <DayField
          {...common}
          value={text === '' ? undefined : text}
          onChange={onChange}
          earliest={need.earliest}
          latest={need.latest}
        />
      );
    case 'choice':
      // few answers of which none is likelier than another are all in sight: one key or one click each
      if (required && need.preset === undefined && options.length <= few) {
        return (
          <Radio.Group label={label} error={error} description={hint} value={text} onChange={onChange}>
            {options.map((option, at) => (
              <Radio
                key={option.value}
                mt={6}
                name={need.pointer}
                value={option.value}
                label={option.label}
                autoFocus={autoFocus && at === 0}
              />
            ))}
          </Radio.Group>
        );
      }
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          data={[...(need.preset === undefined ? [{ value: '', label: say('choose') }] : []), ...options]}
        />
      );
    case 'choices':
      return (
        <Checkbox.Group
          label={label}
          error={error}
          description={hint}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        >
          {options.map((option) => (
            <Checkbox key={option.value} mt={4} value={option.value} label={option.label} />
          ))}
        </Checkbox.Group>
      );
    case 'flag':
      return (
        <Checkbox
          label={need.label}
          description={hint}
          error={error}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case 'number':
      return (
        <TextInput
          {...common}
          inputMode="numeric"
          value={typeof value === 'number' ? String(value) : ''}
          onChange={({ currentTarget }) => onChange(wholeNumber(currentTarget.value))}
          autoComplete="off"
        />
      );
    case 'note':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'lines':
      return (
        <Textarea
          {...common}
          description={hint ?? say('lines')}
          autosize
          minRows={2}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : currentTarget.value.split('\n'))
          }
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          autoComplete="off"
        />
      );
  }
}

/** Nothing but digits is taken: how many hours, or days, is never less than none. */
function wholeNumber(typed: string): number | undefined {
  const digits = typed.replaceAll(/\D/g, '').slice(0, 6);
  return digits === '' ? undefined : Number(digits);
}
