"""An MQTT client that a test drives by lines of JSON: what the attacks of the seed repository did, with the library that they used."""
import json
import socket
import sys
import threading
import time

import paho.mqtt.client as mqtt

heard = []
client = None


def connect(port, id, user=None, password=None, will=None, clean=True):
    global client
    answer = threading.Event()
    codes = []
    client = mqtt.Client(client_id=id, clean_session=clean)
    client.on_connect = lambda c, u, f, rc: (codes.append(rc), answer.set())
    client.on_message = lambda c, u, m: heard.append([m.topic, m.payload.decode("utf-8", "replace")])
    if user is not None:
        client.username_pw_set(user, password)
    if will:
        client.will_set(will[0], will[1], 1, True)
    client.connect("127.0.0.1", port)
    client.loop_start()
    answer.wait(10)
    if not codes or codes[0] != 0:
        client.loop_stop()
    return {"code": codes[0] if codes else -1}


def publish(topic, payload, qos=1, retain=False):
    sent = client.publish(topic, payload, qos, retain)
    try:
        sent.wait_for_publish(10)
    except (RuntimeError, ValueError):
        pass
    return {"sent": sent.is_published()}


def subscribe(filter):
    answer = threading.Event()
    codes = []
    client.on_subscribe = lambda c, u, mid, granted: (codes.extend(granted), answer.set())
    client.subscribe(filter, 1)
    answer.wait(10)
    return {"codes": codes}


def silence():
    """Waits for what is on its way, and tells what came."""
    time.sleep(0.2)
    return {"heard": heard}


def flood(port, user, password, topic, publishers, seconds, size=2):
    """Publishers of one credential at full speed, each on a connection of its own that it opens again when it is cut."""
    until = time.time() + seconds
    sent = [0] * publishers
    payload = ("x" * size).encode() if size > 2 else b"66"

    def packet(body):
        length = b""
        left = len(body)
        while True:
            digit, left = left & 127, left >> 7
            length += bytes([digit | (128 if left else 0)])
            if not left:
                return length + body

    def text(value):
        data = value.encode()
        return len(data).to_bytes(2, "big") + data

    # paho itself does a thousand a second; this one writes as fast as the line takes it.
    hello = lambda n: b"\x10" + packet(text("MQTT") + b"\x04\xc2\x00\x3c" + text(f"{user}-{n}") + text(user) + text(password))
    many = 1 if size > 1000 else 100
    block = (b"\x30" + packet(text(topic) + payload)) * many

    def run(n):
        while time.time() < until:
            try:
                with socket.create_connection(("127.0.0.1", port), 5) as line:
                    line.settimeout(5)
                    line.sendall(hello(n))
                    line.recv(4)
                    while time.time() < until:
                        line.sendall(block)
                        sent[n] += many
            except OSError:
                time.sleep(0.05)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(publishers)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    return {"sent": sum(sent)}


def halfopen(port, many, seconds):
    """Connections that never say who they are."""
    lines = []
    until = time.time() + seconds
    for _ in range(many):
        try:
            lines.append(socket.create_connection(("127.0.0.1", port), 5))
        except OSError:
            pass
    time.sleep(max(0, until - time.time()))
    [line.close() for line in lines]
    return {"opened": len(lines)}


for line in sys.stdin:
    order = json.loads(line)
    try:
        result = globals()[order.pop("do")](**order)
    except Exception as why:  # told, and the next order may fare better
        result = {"error": repr(why)}
    print(json.dumps(result), flush=True)
