/** Repeats a check until it holds, and gives what it gives; fails with its last complaint when the time is over. */
export async function eventually<Found>(
  check: () => Found | Promise<Found>,
  patienceMs = 30_000,
): Promise<Found> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
