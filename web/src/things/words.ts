import type { Words } from "../words";

export default {
  pt: {
    needed: "falta um valor",
    number: "deve ser um número",
    whole: "deve ser um número inteiro",
    atLeast: "no mínimo {{limit}}",
    atMost: "no máximo {{limit}}",
    between: "de {{least}} a {{most}}",
    moreThan: "mais que {{limit}}",
    lessThan: "menos que {{limit}}",
    steps: "em passos de {{step}}",
    oneOf: "um de: {{choices}}",
    shorter: "no máximo {{limit}} caracteres",
    pattern: "não tem a forma esperada",
  },
  en: {
    needed: "a value is missing",
    number: "must be a number",
    whole: "must be a whole number",
    atLeast: "at least {{limit}}",
    atMost: "at most {{limit}}",
    between: "from {{least}} to {{most}}",
    moreThan: "more than {{limit}}",
    lessThan: "less than {{limit}}",
    steps: "in steps of {{step}}",
    oneOf: "one of: {{choices}}",
    shorter: "at most {{limit}} characters",
    pattern: "does not have the expected form",
  },
} satisfies Words;
