// WebSockets for Unity's Web platform. Nothing here calls the player: messages wait until it asks, once a frame (ScriptPage.cs).
var GemeoSocketLibrary = {
  $GemeoSockets: {
    all: {},
    last: 0,
    // A page in the background draws no frames, so nothing is taken. Beyond this the socket closes; the player comes back at its cursor.
    mostMessages: 20000,
    mostCharacters: 33554432,
    tooFarBehind: 4008,

    hear: function (one, text) {
      if (typeof text !== 'string' || one.code !== 0) return;
      if (one.queue.length - one.next >= GemeoSockets.mostMessages || one.characters + text.length > GemeoSockets.mostCharacters) {
        one.code = GemeoSockets.tooFarBehind;
        one.reason = 'too far behind';
        one.socket.close(4000);
        return;
      }
      one.queue.push(text);
      one.characters += text.length;
    },

    take: function (one) {
      var text = one.queue[one.next];
      one.queue[one.next++] = '';
      one.characters -= text.length;
      if (one.next === one.queue.length) {
        one.queue = [];
        one.next = 0;
      }
      return text;
    },

    // The player frees what it is given.
    give: function (text) {
      var size = lengthBytesUTF8(text) + 1;
      var buffer = _malloc(size);
      stringToUTF8(text, buffer, size);
      return buffer;
    },
  },

  GemeoSocketOpen: function (address) {
    var one = { socket: null, queue: [], next: 0, characters: 0, code: 0, reason: '' };
    try {
      one.socket = new WebSocket(UTF8ToString(address));
    } catch (why) {
      one.code = 1006;
      one.reason = String(why);
    }
    if (one.socket) {
      one.socket.onmessage = function (event) {
        GemeoSockets.hear(one, event.data);
      };
      // A page tells no reason; it closes after an error, and not every one says so.
      one.socket.onerror = function () {
        if (one.code === 0) one.code = 1006;
      };
      one.socket.onclose = function (event) {
        if (one.code !== 0) return;
        one.code = event.code;
        one.reason = event.reason;
      };
    }
    GemeoSockets.all[++GemeoSockets.last] = one;
    return GemeoSockets.last;
  },

  GemeoSocketState: function (id) {
    var one = GemeoSockets.all[id];
    if (!one) return 3;
    // Open while anything waits: what came before it closed, even at once, is to be taken.
    if (one.queue.length > one.next) return 1;
    return one.code === 0 ? one.socket.readyState : 3;
  },

  GemeoSocketSend: function (id, text) {
    var one = GemeoSockets.all[id];
    if (!one || one.code !== 0 || one.socket.readyState !== 1) return 0;
    one.socket.send(UTF8ToString(text));
    return 1;
  },

  GemeoSocketWaiting: function (id) {
    var one = GemeoSockets.all[id];
    return one ? one.queue.length - one.next : 0;
  },

  GemeoSocketNext: function (id) {
    return GemeoSockets.give(GemeoSockets.take(GemeoSockets.all[id]));
  },

  GemeoSocketCloseCode: function (id) {
    var one = GemeoSockets.all[id];
    return one ? one.code : 1006;
  },

  GemeoSocketCloseReason: function (id) {
    var one = GemeoSockets.all[id];
    return GemeoSockets.give(one ? one.reason : '');
  },

  GemeoSocketClose: function (id) {
    var one = GemeoSockets.all[id];
    if (!one) return;
    delete GemeoSockets.all[id];
    if (!one.socket) return;
    one.socket.onmessage = one.socket.onerror = one.socket.onclose = null;
    one.socket.close();
  },
};

autoAddDeps(GemeoSocketLibrary, '$GemeoSockets');
mergeInto(LibraryManager.library, GemeoSocketLibrary);
