import { geoConicConformal, type GeoProjection } from 'd3-geo';
import type { Frame } from '#lib/records/model.ts';

/** What of a frame says where a point of the Earth lies on its paper. */
export type Paper = Pick<Frame, 'middle' | 'parallels' | 'scale' | 'width' | 'height'>;

/**
 * Degrees to units of the frame: conic conformal, as printed maps of a region use it. Made anew for each caller:
 * d3 projections keep settings. Lines between two corners stay straight (precision 0), or the outline would get
 * corners the border policy never saw.
 */
export function projectionOf({ middle, parallels, scale, width, height }: Paper): GeoProjection {
  const [longitude, latitude] = middle;
  return geoConicConformal()
    .parallels([...parallels])
    .rotate([-longitude, 0])
    .scale(scale)
    .center([0, latitude])
    .translate([width / 2, height / 2])
    .precision(0);
}
