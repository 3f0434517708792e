import { ConfigError } from './config-error.js';
import { variables, type ValueOf, type Variable, type VariableName } from './variables.js';

/** The environment as the system hands it over. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads one variable of the table. Empty counts as not set, as compose files write it.
 * @returns its value, its default, or undefined when it has neither
 * @throws ConfigError when the text is not what the variable takes
 */
export function readOptional<N extends VariableName>(env: Environment, name: N): ValueOf<N> | undefined {
  const entry: Variable<unknown> = variables[name];
  const text = env[name] || entry.default;
  if (text === undefined) return undefined;
  const parsed = entry.schema.safeParse(text);
  if (!parsed.success) throw new ConfigError(refusal(name, text));
  return parsed.data as ValueOf<N>;
}

/**
 * Reads one variable that has to be there.
 * @throws ConfigError when it is missing or not what it takes
 */
export function readRequired<N extends VariableName>(env: Environment, name: N): ValueOf<N> {
  const value = readOptional(env, name);
  if (value === undefined) throw new ConfigError(`${name} is missing; it takes ${variables[name].takes}.`);
  return value;
}

/** The one line that names the variable, what it got (a secret is not shown) and what it takes. */
export function refusal(name: VariableName, text: string): string {
  const entry: Variable<unknown> = variables[name];
  const shown = entry.secret ? 'a value that is not shown' : JSON.stringify(text.slice(0, 80));
  return `${name} got ${shown}; it takes ${entry.takes}.`;
}
