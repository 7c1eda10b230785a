/**
 * A file cannot read the page's styles: the look's light colours once more, for it goes into documents of others, which
 * are light. Longhands only, and no selector but names: what makes the pixels knows no others.
 */
export const MAP_COLOURS = `
.water{fill:#e4ebee}.land{fill:#f7f4ec}.home{fill:#eadfc0;stroke:#b9a774;stroke-width:1.1}.borders,.dotted{fill:none;stroke:#cfc8b8;stroke-width:1.1}.dotted{stroke-dasharray:1 3;stroke-linecap:round}
.rib,.disc{fill:#1d5c9e;stroke:#f7f4ec;stroke-width:.8;stroke-linejoin:round;paint-order:stroke}.disc{stroke-width:.5}.sample{fill:#1d5c9e}.size{fill:none;stroke:#59626b;stroke-width:.4}
.older-rib{fill:#5480b1}.older-disc{fill:#1d5c9e;fill-opacity:.26;stroke:#1d5c9e;stroke-width:.6}
.band{fill:#1d5c9e;fill-opacity:.26}.edge{fill:none;stroke:#1d5c9e;stroke-width:.55;stroke-dasharray:1.5 1.5}
.hollow,.word,.missing{fill:#f7f4ec;stroke:#1d5c9e;stroke-width:.8}.word{stroke-dasharray:2 1.4}.missing{stroke:#59626b}.inner{fill:#f7f4ec}
.leader{stroke:#1b1f23;stroke-width:.4}
.map text{stroke:#f7f4ec;stroke-width:2.6px;stroke-linejoin:round;paint-order:stroke}.map .legend text,.date{fill:#59626b}.map .name{fill:#59626b;stroke:none}.map .wet text{stroke:#e4ebee}.origin{letter-spacing:.16em}
`;
