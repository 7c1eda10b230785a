/**
 * How the site is given: by a server that makes each address when it is asked for, or as an export of static files
 * (MODE=export). The pages are the same; the export has fewer addresses.
 */
export const isExport: boolean = process.env['MODE'] === 'export';
