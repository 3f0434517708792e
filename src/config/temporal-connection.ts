import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.js';
import { readOptional, readRequired, refusal, type Environment } from './read-variable.js';

/** TLS as the SDK's connections take it; empty: TLS with the system's certificates. */
export interface TemporalTls {
  serverNameOverride?: string;
  serverRootCACertificate?: Buffer;
  clientCertPair?: { crt: Buffer; key: Buffer };
}

/** Where Temporal is and how one gets in. */
export interface TemporalConnection {
  address: string;
  namespace: string;
  apiKey?: string;
  tls?: TemporalTls;
}

/**
 * Reads the variables that the SDK's own environment configuration names. As there, an API key means TLS
 * unless TEMPORAL_TLS=false.
 * @throws ConfigError naming the variable
 */
export function readTemporal(env: Environment): TemporalConnection {
  const apiKey = readOptional(env, 'TEMPORAL_API_KEY');
  const tls = readTls(env);
  const wanted = readOptional(env, 'TEMPORAL_TLS') ?? (apiKey !== undefined || Object.keys(tls).length > 0);
  return {
    address: readRequired(env, 'TEMPORAL_ADDRESS'),
    namespace: readRequired(env, 'TEMPORAL_NAMESPACE'),
    ...(apiKey !== undefined && { apiKey }),
    ...(wanted && { tls }),
  };
}

function readTls(env: Environment): TemporalTls {
  const serverNameOverride = readOptional(env, 'TEMPORAL_TLS_SERVER_NAME');
  const serverRootCACertificate = pem(env, 'TEMPORAL_TLS_SERVER_CA_CERT');
  const crt = pem(env, 'TEMPORAL_TLS_CLIENT_CERT');
  const key = pem(env, 'TEMPORAL_TLS_CLIENT_KEY');
  if (!crt !== !key) {
    throw new ConfigError(
      'TEMPORAL_TLS_CLIENT_CERT_… and TEMPORAL_TLS_CLIENT_KEY_… go together; only one of them is set.',
    );
  }
  return {
    ...(serverNameOverride !== undefined && { serverNameOverride }),
    ...(serverRootCACertificate && { serverRootCACertificate }),
    ...(crt && key && { clientCertPair: { crt, key } }),
  };
}

type Pem = 'TEMPORAL_TLS_SERVER_CA_CERT' | 'TEMPORAL_TLS_CLIENT_CERT' | 'TEMPORAL_TLS_CLIENT_KEY';

function pem(env: Environment, what: Pem): Buffer | undefined {
  const data = readOptional(env, `${what}_DATA`);
  if (data !== undefined) return Buffer.from(data);
  const path = readOptional(env, `${what}_PATH`);
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(`${refusal(`${what}_PATH`, path)} This file cannot be read.`);
  }
}
