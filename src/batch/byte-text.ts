/**
 * UTF-8 as a string with a letter for each byte. Texts that come again are encoded once; putting them together and writing them out is then
 * no more than copying.
 */
export type ByteText = string;

export const bytesOf = (text: string): ByteText => (isAscii(text) ? text : Buffer.from(text).toString('latin1'));

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
};
