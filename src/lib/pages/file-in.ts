import { error } from '@sveltejs/kit';

/** One way of writing something: what it is on the wire, and the function that writes it. */
interface Format<Write> {
  readonly type: string;
  readonly write: Write;
}

type Body = string | Uint8Array<ArrayBuffer>;

/**
 * Something as a file in one of its formats, by how the file's name ends; 404 for a format that there is not.
 * @param made calls the format's `write`
 */
export async function fileIn<Write>(
  formats: Readonly<Record<string, Format<Write>>>,
  name: string,
  made: (write: Write) => Body | Promise<Body>,
): Promise<Response> {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) error(404, 'There is no such file.');
  return new Response(await made(format.write), { headers: { 'content-type': format.type } });
}
