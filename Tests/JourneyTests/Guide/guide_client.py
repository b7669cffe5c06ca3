"""A client of the booking server written from the guide alone (its chapter 3, "Client-side
JavaScript WebSocket Connection"), in another language, on another WebSocket library.

    guide_client.py URL EMAIL PASSWORD [--path USERTYPE/USERID] [--ca FILE]

It logs in over HTTP, keeps the cookie, opens the WebSocket, and prints one JSON line for whatever
happens: {"event": "login" | "open" | "message" | "close" | "refused", ...}. Each line of its
standard input is either {"type": ..., "data": ...}, sent in the guide's envelope, or
{"raw": "..."}, sent as it stands.
"""

import argparse
import asyncio
import datetime
import http.client
import json
import ssl
import sys
import urllib.parse

import websockets


def say(**event):
    print(json.dumps(event), flush=True)


def log_in(server, context, email, password):
    """The session's cookie, and the userType and userId of the path."""
    if server.scheme == "https":
        connection = http.client.HTTPSConnection(server.hostname, server.port, context=context)
    else:
        connection = http.client.HTTPConnection(server.hostname, server.port)
    body = json.dumps({"email": email, "password": password})
    connection.request("POST", "/api/login", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read().decode()
    say(event="login", status=answer.status, body=text)
    if answer.status != 200:
        sys.exit(2)
    cookie = answer.getheader("Set-Cookie", "").split(";")[0]
    person = json.loads(text)
    return cookie, f"{person['userType']}/{person['userId']}"


async def send_lines(socket):
    loop = asyncio.get_running_loop()
    while True:
        line = await loop.run_in_executor(None, sys.stdin.readline)
        if not line:
            await socket.close()
            return
        order = json.loads(line)
        if "raw" in order:
            await socket.send(order["raw"])
        else:
            now = datetime.datetime.now(datetime.timezone.utc)
            timestamp = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            await socket.send(json.dumps({**order, "timestamp": timestamp}))


async def listen(server, context, cookie, path):
    scheme = "wss" if server.scheme == "https" else "ws"
    url = f"{scheme}://{server.netloc}/websocket/booking/{path}"
    secure = {"ssl": context} if scheme == "wss" else {}
    try:
        async with websockets.connect(url, extra_headers={"Cookie": cookie}, **secure) as socket:
            say(event="open")
            sending = asyncio.create_task(send_lines(socket))
            try:
                async for message in socket:
                    say(event="message", message=json.loads(message))
            except websockets.ConnectionClosed:
                pass
            sending.cancel()
            say(event="close", code=socket.close_code, reason=socket.close_reason)
    except websockets.InvalidStatusCode as problem:
        say(event="refused", status=problem.status_code)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("email")
    parser.add_argument("password")
    parser.add_argument("--path")
    parser.add_argument("--ca")
    options = parser.parse_args()
    server = urllib.parse.urlsplit(options.url)
    context = ssl.create_default_context(cafile=options.ca)
    cookie, own_path = log_in(server, context, options.email, options.password)
    asyncio.run(listen(server, context, cookie, options.path or own_path))
    # The thread that waits for a line would keep the program.
    sys.stdout.flush()
    import os
    os._exit(0)


main()
