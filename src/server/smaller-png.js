import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@jsquash/oxipng/optimise.js';

const program = '@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm';

/** @type {ReturnType<typeof init> | undefined} */
let ready;

/** How hard it tries, from 0 to 6: from 1 on a picture of text hardly gets smaller, and takes far longer. */
const LEVEL = 1;

/**
 * The same picture in fewer bytes, without loss, its description kept: some 0.2 s of this thread, so it is for files that are
 * written once, not for an answer that somebody waits for.
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 * @throws {Error} for what is no PNG
 */
export async function smallerPng(png) {
  ready ??= readFile(createRequire(import.meta.url).resolve(program))
    .then((bytes) => WebAssembly.compile(bytes))
    .then(init);
  const { optimise } = await ready;
  return Buffer.from(optimise(new Uint8Array(png), LEVEL, false, false));
}
