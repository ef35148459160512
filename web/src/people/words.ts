import type { Words } from "../words";

export default {
  pt: {
    people: "Pessoas",
    visitor: "Visitante {{number}}",
    count: "{{count}} nesta sala",
    here: "Quem está aqui",
    inRoom: "Em {{room}}",
    you: "você",
    alone: "Só você, por enquanto. Quem abrir esta página verá você aqui, e você a pessoa.",
    observing: "Você está olhando",
    full: "A sala está cheia (cabem {{cap}}). Você vê os outros e eles não veem você; o primeiro lugar que vagar é seu.",
    name: "Seu nome, como os outros veem",
    save: "Salvar",
    ask: "{{name}} também está aqui. Com que nome você quer aparecer?",
    close: "Fechar",
  },
  en: {
    people: "People",
    visitor: "Visitor {{number}}",
    count: "{{count}} in this room",
    here: "Who is here",
    inRoom: "In {{room}}",
    you: "you",
    alone: "Only you, for now. Whoever opens this page will see you here, and you them.",
    observing: "You are looking on",
    full: "The room is full (it takes {{cap}}). You see the others and they do not see you; the first place that becomes free is yours.",
    name: "Your name, as others see it",
    save: "Save",
    ask: "{{name}} is here too. By what name do you want to appear?",
    close: "Close",
  },
} satisfies Words;
