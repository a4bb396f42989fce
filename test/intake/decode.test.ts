import { describe, expect, it } from "vitest";
import { decode } from "../../src/intake/decode.js";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe("bytes", () => {
  it("are read as UTF-8 and keep every character", () => {
    expect(decode(Buffer.from("Şırnak — 3 dead\r\n")).text).toBe("Şırnak — 3 dead\r\n");
  });

  it("lose their byte order mark and nothing else", () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x41)).text).toBe("A");
    expect(decode(bytes(0xff, 0xfe, 0x41, 0x00)).text).toBe("A");
    expect(decode(bytes(0xfe, 0xff, 0x00, 0x41)).text).toBe("A");
  });

  it("are read in the charset that a page declares", () => {
    const page = Buffer.concat([Buffer.from('<html><head><meta charset="windows-1251"></head>'), bytes(0xc0, 0xeb)]);
    expect(decode(page)).toMatchObject({ charset: "windows-1251", guessed: false });
    expect(decode(page).text).toContain("Ал");
  });

  it("that are no UTF-8 and declare nothing are read as windows-1252, and said to be guessed", () => {
    expect(decode(Buffer.concat([Buffer.from("caf"), bytes(0xe9)]))).toEqual({ text: "café", charset: "windows-1252", guessed: true });
  });

  it.each([
    ["nothing", [], "intake.empty"],
    ["a PNG image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], "intake.binary"],
    ["a gzip archive", [0x1f, 0x8b, 0x08], "intake.binary"],
    ["NUL bytes", [0x41, 0x00, 0x42], "intake.binary"],
    ["control characters", [1, 2, 3, 4, 5], "intake.binary"],
  ])("that are %s are refused", (_, values, code) => {
    expect(() => decode(bytes(...values))).toThrow(expect.objectContaining({ code }));
  });
});
