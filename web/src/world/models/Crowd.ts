import { BoxGeometry, Color, Group, InstancedMesh, MeshBasicMaterial } from "three";
import type { Twins } from "../../live/twins";
import type { Thing } from "../../things/describe";
import { Brackets } from "./brackets";
import { haloOf } from "./halo";
import { Kin } from "./Kin";
import { modelOf } from "./kinds";
import { lookOf, type Model } from "./look";
import { haloMaterial, modelMaterial } from "./material";
import { boxOf, type Place, type Placed, placeOf } from "./place";
import { type Senses, sense, sensesOf } from "./sense";

/** Metres: no box is so small that a finger misses it. */
const finger = 0.2;

interface Member {
  id: string;
  kin: Kin;
  index: number;
  senses: Senses;
}

/** What is known of the things that are placed. */
export interface Descriptions {
  of: (id: string) => Thing | undefined;
  /** The property of the thing's main switch. */
  switched: (id: string) => string | undefined;
}

/** All things of a scene, drawn in few drawings however many they are. It follows what changed and nothing else. */
export class Crowd {
  readonly group = new Group();
  /** Never drawn: the boxes that a pointer meets. Instance n is `ids[n]`. */
  readonly boxes: InstancedMesh;
  readonly ids: string[];
  readonly #members = new Map<string, Member>();
  readonly #kins: Kin[] = [];
  readonly #halos: InstancedMesh[] = [];
  /** The colour of what marks a thing. */
  readonly accent = new Color("#5cc6cf");
  readonly #material = modelMaterial(this.accent);
  readonly #shine = haloMaterial();
  readonly #brackets = new Brackets(this.accent);
  #marked: [string | null, string | null] = [null, null];

  constructor(placed: readonly Placed[], descriptions: Descriptions) {
    this.group.add(this.#brackets.mesh);
    const unique = [...new Map(placed.map(p => [p.id, p])).values()];
    const ofModel = new Map<Model, Placed[]>();
    for (const p of unique) {
      const some = ofModel.get(modelOf(p.kind));
      if (some) some.push(p);
      else ofModel.set(modelOf(p.kind), [p]);
    }
    for (const [model, some] of ofModel) this.#add(model, some, descriptions);
    this.ids = [...this.#members.keys()];
    this.boxes = new InstancedMesh(new BoxGeometry(), new MeshBasicMaterial(), this.ids.length);
    this.ids.forEach((id, n) => {
      const { kin, index } = this.#members.get(id) as Member;
      this.boxes.setMatrixAt(n, boxOf(kin.places[index] as Place, kin.model, finger));
    });
    this.boxes.computeBoundingSphere();
    this.boxes.visible = false;
  }

  /** Shows what is known of these things now; those that are not here are passed over. */
  take(twins: Twins, ids: Iterable<string>, now: number, atOnce = false) {
    for (const id of ids) {
      const member = this.#members.get(id);
      if (!member) continue;
      const { kin, index, senses } = member;
      kin.take(index, lookOf(kin.model, sense(senses, twins.get(id)), id), now, atOnce);
    }
  }

  /** See Kin.step. */
  step(now: number, seconds: number, still: boolean): "quick" | "slow" | null {
    let pace: "quick" | "slow" | null = null;
    for (const kin of this.#kins) {
      const going = kin.step(now, seconds, still);
      if (pace !== "quick") pace = going ?? pace;
    }
    return pace;
  }

  mark(hovered: string | null, selected: string | null) {
    for (const id of this.#marked) this.#mark(id, 0);
    this.#mark(hovered, 0.5);
    this.#mark(selected, 1);
    this.#marked = [hovered, selected];
    const member = selected === null ? undefined : this.#members.get(selected);
    this.#brackets.show(member ? boxOf(member.kin.places[member.index] as Place, member.kin.model) : null);
  }

  dispose() {
    for (const kin of this.#kins) kin.dispose();
    for (const halo of this.#halos) halo.geometry.dispose();
    this.#material.dispose();
    this.#shine.dispose();
    this.#brackets.dispose();
    this.boxes.geometry.dispose();
    (this.boxes.material as MeshBasicMaterial).dispose();
    this.boxes.dispose();
  }

  #add(model: Model, placed: Placed[], descriptions: Descriptions) {
    const kin = new Kin(
      model,
      placed.map(p => placeOf(p, model)),
      this.#material,
    );
    this.#kins.push(kin);
    this.group.add(...kin.meshes);
    const halo = haloOf(kin, this.#shine);
    if (halo) this.#halos.push(halo);
    if (halo) this.group.add(halo);
    placed.forEach(({ id }, index) => {
      this.#members.set(id, { id, kin, index, senses: sensesOf(descriptions.of(id), descriptions.switched(id)) });
    });
  }

  #mark(id: string | null, strength: number) {
    const member = id === null ? undefined : this.#members.get(id);
    member?.kin.mark(member.index, strength);
  }
}
