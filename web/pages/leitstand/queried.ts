/** What a block shows, as far as it has been asked for. */
export interface Queried<Answer> {
  data: Answer | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}
