/** The version that imports and acceptances record; a test holds it to package.json. */
export const ADDIN_VERSION = '1.0.0';
