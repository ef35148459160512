import { type InstancedBufferAttribute, MeshStandardMaterial, type MeshStandardMaterialParameters } from "three";

/** A material whose instances each have an opacity of their own, in the attribute `seen`. */
export function fadingMaterial(look: MeshStandardMaterialParameters): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ ...look, transparent: true });
  material.onBeforeCompile = shader => {
    shader.vertexShader = `attribute float seen;\nvarying float vSeen;\n${shader.vertexShader}`.replace(
      "#include <begin_vertex>",
      "#include <begin_vertex>\nvSeen = seen;",
    );
    shader.fragmentShader = `varying float vSeen;\n${shader.fragmentShader}`.replace(
      "#include <color_fragment>",
      "#include <color_fragment>\ndiffuseColor.a *= vSeen;",
    );
  };
  return material;
}

export type Seen = InstancedBufferAttribute;
