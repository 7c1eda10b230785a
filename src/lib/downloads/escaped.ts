/** Text as it may stand in XML, in an element as in an attribute: never markup. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.codePointAt(0))};`);
