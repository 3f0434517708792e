/** What a peer's process is told by whoever starts it. */
export interface PeerSettings {
  databaseUrl: string;
  port: number;
  /** Only with Temporal. */
  temporalAddress: string;
}

/** Reads them from the environment of this process. */
export function peerSettings(): PeerSettings {
  const {
    PEER_DATABASE_URL: databaseUrl = '',
    PEER_PORT: port,
    PEER_TEMPORAL: temporalAddress = '',
  } = process.env;
  return { databaseUrl, port: Number(port), temporalAddress };
}

/** Tells whoever started this process that it is ready; it ends when that one is gone. */
export function ready(): void {
  process.once('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}
