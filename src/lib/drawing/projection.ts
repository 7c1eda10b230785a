import { geoConicConformal, type GeoProjection } from 'd3-geo';

/** The map's frame, in units of its viewBox. */
export const FRAME = { width: 360, height: 288 } as const;

/** The middle of the frame, in degrees. */
const MIDDLE: [longitude: number, latitude: number] = [27.3, 50.05];
/** Chosen so that Ukraine's eastern end and a strip of Poland's western neighbours are in the frame. */
const SCALE = 1150;

/**
 * Degrees to units of the frame: conic conformal, as printed maps of the region use it, with
 * standard parallels through the north and south of what is shown. Made anew for each caller: d3
 * projections keep settings. Lines between two corners stay straight (precision 0), or the outline
 * would get corners the border policy never saw.
 */
export function regionProjection(): GeoProjection {
  return geoConicConformal()
    .parallels([45, 55])
    .rotate([-MIDDLE[0], 0])
    .scale(SCALE)
    .center([0, MIDDLE[1]])
    .translate([FRAME.width / 2, FRAME.height / 2])
    .precision(0);
}
