import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
addFormats.default(ajv);

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a document by a JSON Schema (draft 2020-12). */
export function faultsBySchema(schema: string, document: string): string[] {
  const isValid = compiled.get(schema) ?? ajv.compile(JSON.parse(schema) as object);
  compiled.set(schema, isValid);
  if (isValid(JSON.parse(document))) return [];
  return (isValid.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}
