export function addNew() {}
