/** What connections to Temporal say of their failure, and what that means; the first that fits. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /InvalidCertificate\((NotValidForName\w*)/,
    'its certificate is for another name; correct TEMPORAL_ADDRESS or TEMPORAL_TLS_SERVER_NAME',
  ],
  [/InvalidCertificate\(Expired/, 'its certificate has expired'],
  [
    /InvalidCertificate|self-signed certificate|unable to (get|verify)/,
    'its certificate is of an authority that is not trusted here; correct TEMPORAL_TLS_SERVER_CA_CERT_PATH or _DATA',
  ],
  [
    /CertificateRequired|certificate required/,
    'it asks for a certificate; set TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH',
  ],
  [/InvalidContentType|wrong version number/, 'it speaks no TLS; set TEMPORAL_TLS=false'],
];

/** Why Temporal can't be reached, in one line of our own words: a foreign error may quote anything. */
export function whyAway(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  return reasons.find(([pattern]) => pattern.test(said))?.[1] ?? 'it does not answer';
}
