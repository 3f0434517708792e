/** One figure with all its lines, in the text format of Prometheus. */
export interface Metric {
  name: string;
  type: 'gauge' | 'counter' | 'histogram';
  help: string;
  /** Each with its labels as they are written, such as `part="mail"`; empty where there is only one. */
  values: readonly (readonly [labels: string, value: number])[];
}

/** A gauge. */
export const gauge = (name: string, help: string, values: Metric['values'] | number): Metric => ({
  name,
  type: 'gauge',
  help,
  values: typeof values === 'number' ? [['', values]] : values,
});

/** The lines of a metric; none where nothing is known. */
export function linesOf({ name, type, help, values }: Metric): string[] {
  if (values.length === 0) return [];
  const lines = values.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`);
  return [...headOf(name, type, help), ...lines];
}

/** What stands before a metric's lines. */
export const headOf = (name: string, type: Metric['type'], help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];
