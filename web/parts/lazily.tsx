import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** What is likely to be wanted later is fetched as soon as the page has nothing else to do: the server may be away by then. */
const idleMs = 2500;

/** A component that comes in a file of its own. */
export type Later<Props> = ComponentType<Props> & {
  /** Fetches it; then it is shown without a moment's wait. */
  fetch: () => Promise<void>;
};

/**
 * A component that is fetched when it is first wanted, or when there is time. React's own `lazy` would hold back what is
 * there already for 300 ms after a fallback.
 * @param load gives it
 * @param meanwhile what stands in its place until it is there
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): Later<Props> {
  let Part: ComponentType<Props> | undefined;
  let fetching: Promise<void> | undefined;
  const take = async (): Promise<void> => {
    try {
      Part = await load();
    } catch (error) {
      fetching = undefined; // the next one may get it
      throw error;
    }
  };
  const fetch = (): Promise<void> => {
    fetching ??= take();
    return fetching;
  };
  setTimeout(() => void fetch().catch(() => undefined), idleMs);
  function Later(props: Props) {
    const [, setThere] = useState(Part !== undefined);
    useEffect(() => {
      // also when it came between being drawn without it and now
      fetch().then(
        () => setThere(true),
        (error: unknown) =>
          setThere(() => {
            throw error;
          }),
      );
    }, []);
    return Part ? <Part {...props} /> : meanwhile;
  }
  return Object.assign(Later, { fetch });
}
