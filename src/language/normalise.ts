/** A token in lower case with quotes and dashes made plain and invisible joiners taken out. */
export function normalise(word: string): string {
  const lower = word.toLowerCase();
  for (let i = 0; i < lower.length; i++) if (lower.charCodeAt(i) > 0x7f) return plain(lower);
  return lower;
}

function plain(word: string): string {
  const result = word
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u2013\u2014]/g, "--")
    .replace(/\u2026/g, "...")
    .replace(/[\u00ad\u200c\u200d]/g, "");
  return result === "" ? word : result;
}
