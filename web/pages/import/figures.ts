/** What a row can become, as the server counts it. */
export const figures = ['opened', 'updated', 'unchanged', 'rejected'] as const;
