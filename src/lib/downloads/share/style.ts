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

/** Of a chart, by the names its drawing gives. */
export const CHART_STYLE = `
.l,.m,.d,.w{stroke:#1d5c9e;stroke-width:2;fill:none}.m{stroke-width:2.4}.d{stroke-width:6;stroke-linecap:round}.w{stroke-width:3}
.v,.p{stroke:#59626b;stroke-width:1;fill:none}.v{opacity:.7}
.r{stroke:#d9d5cb;fill:none}.b{stroke:#59626b;stroke-width:1.5;stroke-dasharray:1.5 4;fill:none}.t{fill:#59626b}.h{stroke:#fdfcf9;stroke-width:5;paint-order:stroke}.o{display:none}
`;

/** Of a map and its signs, by the names their drawing gives; sizes in units of its frame. */
export const MAP_STYLE = `
.land{fill:#efebe1}.home{fill:#dfd8c6;stroke:#a9a291;stroke-width:1.2}.borders,.dotted{fill:none;stroke:#a9a291;stroke-width:.8}.dotted{stroke-dasharray:.8 3.2;stroke-width:1.6;stroke-linecap:round}
.casing,.inner,.hollow{fill:none;stroke:#fdfcf9}.inner{stroke-dasharray:1.5 2.5}.filled{fill:#fdfcf9;stroke:none}
.shaft,.teeth,.halo,.sample{fill:none;stroke:#1d5c9e}.head-mark,.disc{fill:#1d5c9e;stroke:#fdfcf9;stroke-width:2.5;paint-order:stroke}.disc{stroke-width:1}
.teeth{stroke-dasharray:.8 1.8;opacity:.75}.halo{opacity:.25}.outline{fill:none;stroke:#59626b}.dashed{stroke-dasharray:4 3}.leader{stroke:#59626b;stroke-width:.6}
.pale .shaft,.pale .teeth,.pale .halo{stroke:#6189b5}.pale .head-mark,.pale .disc{fill:#6189b5}
.map text{font-size:10.6px;stroke:#fdfcf9;stroke-width:2.5px;stroke-linejoin:round;paint-order:stroke}.map .legend text{font-size:9px;fill:#59626b}.map .code{font-size:9px}.date{fill:#59626b}
`;
