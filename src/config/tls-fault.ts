/** What OpenSSL says of a certificate that it does not take. */
const faults: Readonly<Record<string, string>> = {
  SELF_SIGNED_CERT_IN_CHAIN: 'is of an authority that is not trusted here',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'vouches only for itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'is of an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is of an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'is of an authority that is not trusted here',
  CERT_SIGNATURE_FAILURE: 'was not signed by its authority',
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name than the one that is called',
};

/** What is wrong with the certificate that a server showed, to follow "Its certificate"; `undefined` for other errors. */
export function certificateFault(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? faults[code] : undefined;
}
