"""The guide's JavaScript client (chapters 3 and 6), its retry logic line by line, in Python.

    guide_reconnect.py URL EMAIL PASSWORD

Prints one JSON line for whatever happens: {"event": "login" | "open" | "message" | "close", ...}.
"""

import asyncio
import http.client
import json
import sys
import urllib.parse

import websockets


def say(**event):
    print(json.dumps(event), flush=True)


def log_in(server, email, password):
    connection = http.client.HTTPConnection(server.hostname, server.port)
    body = json.dumps({"email": email, "password": password})
    connection.request("POST", "/api/login", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read().decode()
    say(event="login", status=answer.status, body=text)
    if answer.status != 200:
        sys.exit(2)
    person = json.loads(text)
    cookie = answer.getheader("Set-Cookie", "").split(";")[0]
    return cookie, person["userType"], person["userId"]


class BookingWebSocketClient:
    def __init__(self, host, cookie, user_type, user_id):
        self.url = f"ws://{host}/websocket/booking/{user_type}/{user_id}"
        self.cookie = cookie
        self.reconnect_attempts = 0
        self.max_reconnect_attempts = 5
        self.reconnect_delay = 1000

    async def connect(self):
        """onopen, onmessage and onclose of the guide; a socket that never opened closes too."""
        code, reason = 1006, ""
        try:
            async with websockets.connect(
                self.url, extra_headers={"Cookie": self.cookie}
            ) as socket:
                say(event="open", attempt=self.reconnect_attempts)
                self.reconnect_attempts = 0
                try:
                    async for message in socket:
                        say(event="message", message=json.loads(message))
                except websockets.ConnectionClosed:
                    pass
                code, reason = socket.close_code, socket.close_reason
        except (OSError, websockets.InvalidHandshake, asyncio.TimeoutError) as problem:
            reason = str(problem)
        say(event="close", code=code, reason=reason)

    async def live(self):
        await self.connect()
        while self.reconnect_attempts < self.max_reconnect_attempts:
            await asyncio.sleep(self.reconnect_delay * 2**self.reconnect_attempts / 1000)
            self.reconnect_attempts += 1
            await self.connect()


server = urllib.parse.urlsplit(sys.argv[1])
client = BookingWebSocketClient(server.netloc, *log_in(server, sys.argv[2], sys.argv[3]))
asyncio.run(client.live())
