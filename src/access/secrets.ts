import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes: nobody guesses them, so a fast hash is enough to keep them. */
const randomSecret = () => randomBytes(32).toString('base64url');

/** A bearer token. The prefix lets scanners of repositories and mails recognise one that leaked. */
export const newToken = () => `lotse_${randomSecret()}`;

/** What the session cookie holds. */
export const newSessionId = randomSecret;

/** The code of an invitation. */
export const newInvitation = randomSecret;

/** Whether a text can be a secret of this kind at all; what can't be is not looked up. */
export const looksLikeToken = (text: string) => /^lotse_[\w-]{43}$/.test(text);
export const looksLikeSessionId = (text: string) => /^[\w-]{43}$/.test(text);

/** The only form in which a token or session id is stored. */
export const sha256 = (secret: string) => createHash('sha256').update(secret).digest();
