"""The seed's FastAPI program (seed.pt.md), as it is written there.

Only what a bench has to choose is different: broker address and topic come from the environment, and the broker
takes anonymous clients, so no password is sent. The way it delivers, a run_coroutine_threadsafe for each client
and message that nobody awaits, is the seed's.
"""
import asyncio
import os

import paho.mqtt.client as mqtt
from fastapi import FastAPI, WebSocket

app = FastAPI()
websocket_clients = []
global_loop = None


@app.on_event("startup")
async def startup_event():
    global global_loop
    global_loop = asyncio.get_running_loop()


def on_mqtt_message(client, userdata, msg):
    data = msg.payload.decode()
    for ws in websocket_clients.copy():
        asyncio.run_coroutine_threadsafe(ws.send_text(data), global_loop)


MQTT_BROKER = os.environ.get("MQTT_BROKER", "localhost")
MQTT_PORT = int(os.environ.get("MQTT_PORT", "1883"))
MQTT_TOPIC = os.environ.get("MQTT_TOPIC", "parking/sensor")

mqtt_client = mqtt.Client()
mqtt_client.on_message = on_mqtt_message
mqtt_client.connect(MQTT_BROKER, MQTT_PORT, 60)
mqtt_client.subscribe(MQTT_TOPIC)
mqtt_client.loop_start()


@app.websocket("/ws")
async def websocket_endpoint(websocket: WebSocket):
    await websocket.accept()
    websocket_clients.append(websocket)
    try:
        while True:
            await asyncio.sleep(1)
    except Exception as e:
        print(f"WebSocket error: {e}")
    finally:
        websocket_clients.remove(websocket)


@app.get("/")
async def root():
    return {"message": "Welcome to the Digital Twin API. Use /ws for WebSocket connection."}
