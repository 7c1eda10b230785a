import { createCanvas, loadImage } from '@napi-rs/canvas';

/** The pixels of a PNG, row by row, each as one number. */
export async function pixelsOf(
  png: Buffer,
): Promise<{ width: number; height: number; pixels: Uint32Array }> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, pixels: new Uint32Array(data.buffer) };
}
