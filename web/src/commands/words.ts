import type { Words } from "../words";

export default {
  pt: {
    undo: "Desfazer",
    undone: "Desfeito",
    someFailed: "{{said}}, mas não: {{failed}}",
    pending: "esperando o dispositivo",
    confirmed: "confirmado pelo dispositivo",
    sent: "enviado; nada o confirma",
    failed: "não deu certo",
  },
  en: {
    undo: "Undo",
    undone: "Undone",
    someFailed: "{{said}}, but not: {{failed}}",
    pending: "waiting for the device",
    confirmed: "confirmed by the device",
    sent: "sent; nothing confirms it",
    failed: "did not work",
  },
} satisfies Words;
