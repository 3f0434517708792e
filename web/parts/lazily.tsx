import { lazy, Suspense, type ComponentType } from 'react';

/** Parts that are opened later are fetched as soon as the page has nothing else to do: a server may be away by then. */
const idleMs = 2500;

/**
 * A component that is not needed for the first look at a page; nothing is shown until it is there.
 * @param load fetches it
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const once = async (): Promise<{ default: ComponentType<Props> }> => ({ default: await load() });
  setTimeout(() => void once().catch(() => undefined), idleMs);
  const Part = lazy(once) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
