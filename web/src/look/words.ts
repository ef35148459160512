import type { Words } from "../words";

/** Kinds of things, one and many. */
export default {
  pt: {
    kind: {
      lamp: "Lâmpadas",
      "ceiling-light": "Luzes do teto",
      "air-conditioner": "Ar-condicionado",
      sensor: "Sensores",
      presence: "Presença",
      door: "Portas",
      "radio-unit": "Rádios",
      meter: "Medidores",
      "parking-spot": "Vagas",
      plug: "Tomadas",
      thing: "Outras coisas",
    },
  },
  en: {
    kind: {
      lamp: "Lamps",
      "ceiling-light": "Ceiling lights",
      "air-conditioner": "Air conditioning",
      sensor: "Sensors",
      presence: "Presence",
      door: "Doors",
      "radio-unit": "Radio units",
      meter: "Meters",
      "parking-spot": "Parking spots",
      plug: "Plugs",
      thing: "Other things",
    },
  },
} satisfies Words;
