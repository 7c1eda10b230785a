import { MAP_COLOURS } from '#lib/downloads/map-style.ts';

/**
 * An SVG file cannot read the page's styles: the look's light colours once more, for a picture goes into documents and
 * streams of others. The fonts are those the pixels are made with; whoever lacks them reads it in their own. Longhands
 * only, and no selector but names: what makes the pixels knows no others.
 */
export const SHARE_STYLE = `
text{font-family:"Source Sans 3","Source Sans Pro",system-ui,sans-serif;fill:#1b1f23}
.bold{font-weight:600}.serif,.number{font-family:"Source Serif 4","Source Serif Pro",Georgia,serif}.number{font-weight:600}
.muted{fill:#59626b}.paper{fill:#fdfcf9}.rule{stroke:#d9d5cb;fill:none}.ink{stroke:#1b1f23;fill:none}
`;

/** Of a map, drawn as on a phone: a card is looked at small. Sizes in units of its frame. */
export const MAP_STYLE = `${MAP_COLOURS}
.map text{font-size:13px;stroke-width:3.2px}.map .legend text,.map .date{font-size:12.1px}
`;
