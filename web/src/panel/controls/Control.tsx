import type { Schema } from "../../things/describe";
import { choicesOf } from "../../things/input";
import { InputForm } from "../actions/InputForm";
import type { Wish } from "../wish";
import { ChoiceControl } from "./ChoiceControl";
import { NumberControl } from "./NumberControl";
import { SwitchControl } from "./SwitchControl";
import { TextControl } from "./TextControl";

export interface ControlProps {
  schema: Schema;
  /** What it is called, with the thing's name out of sight. */
  label: string;
  /** What the device reported; undefined when it never did. */
  reported: unknown;
  wish: Wish | null;
  disabled: boolean;
  send: (value: unknown) => void;
}

/** What a property that can be written is written with, as its schema says. */
export function Control(props: ControlProps) {
  const { schema } = props;
  if (choicesOf(schema)) return <ChoiceControl {...props} />;
  if (schema.type === "boolean") return <SwitchControl {...props} />;
  if (schema.type === "number" || schema.type === "integer") return <NumberControl {...props} />;
  if (schema.type === "string") return <TextControl {...props} />;
  return <InputForm {...props} start={props.reported} />;
}
