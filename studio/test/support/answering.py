"""A flow in another language: a menu, whose answer is read back."""
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Flow(BaseHTTPRequestHandler):
    def do_GET(self):
        origin = f"http://{self.headers['Host']}"
        self.answer([
            {"action": "talk", "text": "For sales, press 1.", "bargeIn": True},
            {
                "action": "input",
                "type": ["dtmf"],
                "dtmf": {"maxDigits": 1},
                "eventUrl": [f"{origin}/chosen"],
            },
        ])

    def do_POST(self):
        webhook = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer([{"action": "talk", "text": f"You pressed {webhook['dtmf']['digits']}."}])

    def answer(self, ncco):
        body = json.dumps(ncco).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Flow)
print(server.server_port, flush=True)
server.serve_forever()
