import { invalidInput, unsupportedContentType } from '../http/problems.js';

/**
 * The file of an upload: the body itself, or the field `file` of a form.
 * @throws Problem 415 for a form that can't be read, 422 for one without that field
 */
export async function uploadedFile(body: Uint8Array, contentType: string): Promise<Uint8Array> {
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw unsupportedContentType('a form that can not be read', ['multipart/form-data', 'text/csv']);
    });
  const file = form.get('file');
  if (file instanceof File) return new Uint8Array(await file.arrayBuffer());
  const message = 'found no file in this field of the form, expected the register';
  throw invalidInput([{ pointer: '/file', code: 'required', message }]);
}
