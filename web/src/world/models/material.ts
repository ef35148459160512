import {
  type Color,
  CustomBlending,
  MeshStandardMaterial,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type WebGLProgramParametersWithUniforms,
} from "three";

const given = /* glsl */ `
attribute vec2 paint;
attribute vec4 takes;
attribute vec3 iTint;
attribute vec3 iGlow;
attribute vec3 iLed;
attribute vec3 iState;
attribute float iShown;
`;

const passed = /* glsl */ `
varying vec2 vPaint;
varying vec2 vTint;
varying vec3 vTintColour;
varying vec3 vLight;
varying vec2 vMark;
varying float vShown;
`;

// iState: mark (hovered 0.5, selected 1), grey, level. A row's light is lit when the level reaches its place in the row.
const pass = /* glsl */ `
vPaint = paint;
vTint = vec2(takes.x, max(takes.y, takes.z));
vTintColour = iTint;
vLight = iGlow * takes.y * step(takes.w, iState.z + 0.0001) + iLed * takes.z;
vMark = iState.xy;
vShown = iShown;
`;

const colour = /* glsl */ `
if (vShown < 1.0 && fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715)))) >= vShown) discard;
diffuseColor.rgb = mix(diffuseColor.rgb, vTintColour, vTint.x);
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.1 + 0.45 * dot(diffuseColor.rgb, vec3(0.3, 0.59, 0.11))), vMark.y);
`;

const light = /* glsl */ `
// What shines shows its light and not the lamp in the room.
diffuseColor.rgb *= 1.0 - 0.85 * min(max(vLight.r, max(vLight.g, vLight.b)), 1.0);
totalEmissiveRadiance += 0.6 * vLight;
float rim = pow(1.0 - clamp(dot(normal, normalize(vViewPosition)), 0.0, 1.0), 2.0);
totalEmissiveRadiance += vMark.x * (uMark * (0.02 + 1.2 * rim * rim) + diffuseColor.rgb * 0.22);
`;

/**
 * The one material of all models: colour, roughness and metal come with each vertex, tint, lights, grey and mark with each
 * instance. So a kind is one drawing for its body and one for each part that moves.
 */
export function modelMaterial(mark: Color): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ vertexColors: true });
  material.onBeforeCompile = shader => patch(shader, mark);
  return material;
}

function patch(shader: WebGLProgramParametersWithUniforms, mark: Color) {
  shader.uniforms.uMark = { value: mark };
  shader.vertexShader = shader.vertexShader
    .replace("#include <common>", `#include <common>\n${given}${passed}`)
    .replace("#include <begin_vertex>", `#include <begin_vertex>\n${pass}`);
  shader.fragmentShader = shader.fragmentShader
    .replace("#include <common>", `#include <common>\n${passed}\nuniform vec3 uMark;`)
    .replace("#include <color_fragment>", `#include <color_fragment>\n${colour}`)
    .replace("#include <roughnessmap_fragment>", "float roughnessFactor = mix(vPaint.x, 0.9, vMark.y);")
    .replace("#include <metalnessmap_fragment>", "float metalnessFactor = vPaint.y * (1.0 - vMark.y);")
    .replace("#include <emissivemap_fragment>", `#include <emissivemap_fragment>\n${light}`);
}

/** The shine round a lamp: a disc that always faces the eye, and costs one drawing for all lamps. */
export const haloMaterial = () =>
  new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    // It lightens what is behind it and never burns it out; so it is mixed as seen, without tone mapping.
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    vertexShader: /* glsl */ `
      attribute vec3 iGlow;
      varying vec2 vAt;
      varying vec3 vGlow;
      void main() {
        vAt = uv * 2.0 - 1.0;
        vGlow = iGlow;
        vec4 seen = modelViewMatrix * instanceMatrix * vec4(0.0, 0.0, 0.0, 1.0);
        float lit = step(0.0001, dot(iGlow, vec3(1.0)));
        seen.xyz += vec3(position.xy * lit, 0.0) + normalize(-seen.xyz) * length(position.xy) * 0.5;
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      varying vec2 vAt;
      varying vec3 vGlow;
      void main() {
        float fall = max(1.0 - length(vAt), 0.0);
        float most = max(max(vGlow.r, vGlow.g), max(vGlow.b, 0.0001));
        vec3 shine = pow(vGlow / most, vec3(0.6)) * pow(min(most, 1.0), 0.6) * fall * fall * 0.5;
        gl_FragColor = vec4(shine, max(shine.r, max(shine.g, shine.b)));
      }`,
  });
