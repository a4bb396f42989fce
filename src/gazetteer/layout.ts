/**
 * The packed gazetteer: a header of 32-bit words (magic, version, then start and length of each section), then the sections, each
 * at a multiple of four bytes, little-endian:
 *
 * 0. first-order divisions, JSON rows of code, name, country;
 * 1. GeoNames ids of the first entries (the rest have none);
 * 2. to 6. latitude and longitude (1e-5 degrees), division number, population byte, kind byte of each entry;
 * 7. and 8. names: where each block of names starts, then length and UTF-8 bytes of each name;
 * 9. and 10. keys in order: where each block starts, then for each key the bytes shared with the one before (0 at the head of a
 *    block; its highest bit says that one entry follows), the length and bytes of the rest, the number of entries unless it is one,
 *    and for each 24 bits: its number and, lowest, whether the key is an alternate name.
 */
export const MAGIC = 0x53434c50;
export const VERSION = 1;
/** Words of the header before the section table. */
export const HEADER = 2;
/** Names and keys in one block. */
export const BLOCK = 16;
/** Bit of the shared length that says that the key has one entry. */
export const ALONE = 0x80;
