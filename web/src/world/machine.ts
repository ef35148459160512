/** What this machine can draw. `none`: no WebGL 2; `plain`: drawn in software, or few means: no shadows, fewer lights. */
export type Means = "none" | "plain" | "rich";

const Name = "gemeo.quality";

export function means(): Means {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return "none";
  const told = gl.getExtension("WEBGL_debug_renderer_info");
  const card = told ? String(gl.getParameter(told.UNMASKED_RENDERER_WEBGL)) : "";
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  const wanted = localStorage.getItem(Name);
  if (wanted === "plain" || wanted === "rich") return wanted;
  const weak = /swiftshader|llvmpipe|software|basic render/i.test(card) || (navigator.hardwareConcurrency ?? 4) < 4;
  return weak ? "plain" : "rich";
}

export const coarse = () => matchMedia("(pointer: coarse)").matches;
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
