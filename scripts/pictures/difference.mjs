/**
 * How far two pictures differ, in a way that tolerates another version of Chromium but notices a moved or clipped
 * element: by the mean colors of small squares. Letters drawn a little differently change a mean by little.
 */
import { PNG } from 'pngjs';

/** Side of the squares, in pixels. */
const SQUARE = 24;

/**
 * What the mean colors of one square may differ, of 255. Chromium 143 in place of 156 makes 2.4, a system that draws
 * letters differently 2.6; a block that is moved by a pixel makes 8.7.
 */
export const PICTURE_TOLERANCE = 5;

/**
 * The mean colors of the squares of a picture.
 * @param {PNG} png
 */
function squareMeans({ width, data }) {
  const columns = Math.ceil(width / SQUARE);
  /** @type {number[]} */
  const means = [];
  data.forEach((value, index) => {
    const [pixel, channel] = [index >> 2, index & 3];
    const square = Math.floor(pixel / width / SQUARE) * columns + Math.floor((pixel % width) / SQUARE);
    const mean = square * 4 + channel;
    means[mean] = (means[mean] ?? 0) + value / SQUARE ** 2;
  });
  return means;
}

/**
 * The largest difference between the mean colors of two pictures' squares, of 255. Infinite if their sizes differ.
 * @param {Buffer} one a PNG
 * @param {Buffer} other a PNG
 */
export function pictureDifference(one, other) {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  const means = squareMeans(b);
  return squareMeans(a).reduce(
    (most, mean, index) => Math.max(most, Math.abs(mean - (means[index] ?? 0))),
    0,
  );
}
