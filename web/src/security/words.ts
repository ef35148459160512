import type { Words } from "../words";

export default {
  pt: {
    here: "este computador",
    incident: {
      refused: "Pedido recusado",
      "sign-in-failed": "Entrada que não deu certo",
      "refused-connection": "Conexão recusada",
      "client-id": "Identificador de outro",
      "foreign-topic": "Mensagem em tópico alheio",
      "foreign-subscription": "Escuta de tópico alheio",
      flood: "Mensagens demais",
      "too-large": "Mensagem grande demais",
      "too-many-connections": "Conexões demais",
      "half-open": "Conexões que não se apresentam",
      rejected: "Mensagem que não cabe na descrição",
      "unknown-publisher": "Tópico que não é de ninguém",
      "impossible-jump": "Salto impossível",
      silence: "Silêncio",
    },
  },
  en: {
    here: "this computer",
    incident: {
      refused: "Request refused",
      "sign-in-failed": "Failed sign-in",
      "refused-connection": "Connection refused",
      "client-id": "Somebody else's client id",
      "foreign-topic": "Message on a topic of others",
      "foreign-subscription": "Listening on a topic of others",
      flood: "Too many messages",
      "too-large": "Message too large",
      "too-many-connections": "Too many connections",
      "half-open": "Connections that do not introduce themselves",
      rejected: "Message that does not fit the description",
      "unknown-publisher": "Topic that belongs to nobody",
      "impossible-jump": "Impossible jump",
      silence: "Silence",
    },
  },
} satisfies Words;
