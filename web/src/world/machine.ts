/** What this machine can draw. `none`: no WebGL 2; `plain`: drawn in software, or few means: no shadows, fewer lights. */
export type Means = "none" | "plain" | "rich";

const Name = "gemeo.quality";

export function means(card = cardOf()): Means {
  if (card === null) return "none";
  const wanted = localStorage.getItem(Name);
  if (wanted === "plain" || wanted === "rich") return wanted;
  return isSoftware(card) || (navigator.hardwareConcurrency ?? 4) < 4 ? "plain" : "rich";
}

let slow: boolean | undefined;

/** Drawn without a graphics card: a picture takes long, so only what must be is drawn. */
export function laborious(): boolean {
  if (slow === undefined) {
    const card = cardOf();
    slow = means(card) === "plain" && isSoftware(card ?? "");
  }
  return slow;
}

const isSoftware = (card: string) => /swiftshader|llvmpipe|software|basic render/i.test(card);

/** What the graphics card calls itself; null without WebGL 2. */
function cardOf(): string | null {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return null;
  const told = gl.getExtension("WEBGL_debug_renderer_info");
  const card = told ? String(gl.getParameter(told.UNMASKED_RENDERER_WEBGL)) : "";
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return card;
}

export const coarse = () => matchMedia("(pointer: coarse)").matches;

/** Nothing moves for beauty's sake: somebody wants it so, or each picture takes long. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches || laborious();
