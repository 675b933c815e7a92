/**
 * A text cut at the joiners that stand where a language needs them, the joiners at the odd places: between letters and marks of scripts that
 * join (علی‌رضا, क्‍ष), and in emoji that are made of several. They do not show by themselves, but there they hide nothing (after RFC 5892,
 * appendix A.1 and A.2).
 */
export const splitAtJoiners = (text: string): readonly string[] =>
  /\u200c|\u200d|\ufe0f/.test(text) ? text.split(joinersInPlace()) : [text];

/** Slow to compile, and seldom needed. */
const joinersInPlace = (): RegExp =>
  /((?<=(?=[\p{L}\p{M}])[\p{Script=Arab}\p{Script=Syrc}\p{Script=Mong}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mymr}])(?:\u200c|\u200d)(?=(?=[\p{L}\p{M}])[\p{Script=Arab}\p{Script=Syrc}\p{Script=Mong}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mymr}])|(?<=\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f)/u;
