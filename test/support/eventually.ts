/** Repeats a check until it holds, or fails with its last complaint when the time is over. */
export async function eventually(check: () => void | Promise<void>, patienceMs = 30_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
