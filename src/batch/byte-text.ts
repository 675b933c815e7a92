/**
 * UTF-8 as a string with a letter for each byte. Texts that come again are encoded once; putting them together and writing them out is then
 * no more than copying.
 */
export type ByteText = string;

export const bytesOf = (text: string): ByteText => Buffer.from(text).toString('latin1');
