import { MAP_COLOURS } from './map-style.ts';

/** The text of a state's file, and of its map as on a wide screen. */
export const MAP_PICTURE_STYLE = `
text{font:13px system-ui,sans-serif;fill:#1b1f23}.title{font:600 25px ui-serif,Georgia,"Times New Roman",serif}.head{font-weight:600;font-size:15px}.muted,.muted text{fill:#59626b}
.paper{fill:#fdfcf9}${MAP_COLOURS}
.map text{font-size:7.7px}.map .legend text,.map .date,.map .country{font-size:6.7px}.dense text{font-size:6.3px;stroke-width:2px}.dense .one text,.dense .legend text{font-size:5.8px}.sea{font-family:ui-serif,Georgia,"Times New Roman",serif}.bold{font-weight:600}
a{text-decoration:none}
`;
