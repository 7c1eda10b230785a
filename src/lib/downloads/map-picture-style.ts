/** An SVG file cannot read the page's styles: the look's light colours once more. It goes into documents of others, which are light. */
export const MAP_PICTURE_STYLE = `
text{font:13px system-ui,sans-serif;fill:#1b1f23}.title{font:600 25px ui-serif,Georgia,"Times New Roman",serif}.head{font-weight:600;font-size:15px}.muted,.muted text{fill:#59626b}
.paper{fill:#fdfcf9}.land{fill:#efebe1}.home{fill:#dfd8c6;stroke:#a9a291;stroke-width:1.2}.borders,.dotted{fill:none;stroke:#a9a291;stroke-width:.8}.dotted{stroke-dasharray:.8 3.2;stroke-width:1.6;stroke-linecap:round}
.casing,.inner,.hollow{fill:none;stroke:#fdfcf9}.inner{stroke-dasharray:1.5 2.5}.filled{fill:#fdfcf9;stroke:none}
.shaft,.teeth,.halo{fill:none;stroke:#1d5c9e}.sample{fill:none;stroke:#1d5c9e}.head-mark,.disc{fill:#1d5c9e;stroke:#fdfcf9;stroke-width:2.5;paint-order:stroke}.disc{stroke-width:1}
.teeth{stroke-dasharray:.8 1.8;opacity:.75}.halo{opacity:.25}.outline{fill:none;stroke:#59626b}.dashed{stroke-dasharray:4 3}.leader{stroke:#59626b;stroke-width:.6}
.pale .shaft,.pale .teeth,.pale .halo{stroke:#6189b5}.pale .head-mark,.pale .disc{fill:#6189b5}
.map text{font-size:9.5px;stroke:#fdfcf9;stroke-width:2.5px;stroke-linejoin:round;paint-order:stroke}.map .legend text{font-size:8px;fill:#59626b}.map .code{font-size:8px}.date{fill:#59626b}.chip{font-style:italic}.bold{font-weight:700}
a{text-decoration:none}
`;
