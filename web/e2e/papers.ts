import { expect } from "@playwright/test";
import type { Server } from "./server";

/** As many as labs/demo/documents has. */
const inFolder = 5;

interface Listed {
  items: { id: string; name: string; state: string }[];
}

/** Waits until the server has found and read the documents of the lab's folder; the ids of all by name. */
export async function read(server: Server): Promise<Map<string, string>> {
  const list = () => server.get<Listed>("/documents").then(l => l.items);
  const ready = async () => {
    const all = await list();
    return all.length >= inFolder && all.every(d => d.state === "ready");
  };
  await expect.poll(ready, { timeout: 60_000 }).toBe(true);
  return new Map((await list()).map(d => [d.name, d.id]));
}

/** A PDF of one page, written by hand: each line of text below the other, in a font that the reader must have. */
export function paper(lines: string[]): Buffer {
  const words = lines.map((line, n) => `BT /F1 14 Tf 60 ${760 - n * 22} Td (${line}) Tj ET`).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
