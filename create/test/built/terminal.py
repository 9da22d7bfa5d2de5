"""Runs a command in a terminal: waits for each text, then presses its keys. Prints what the terminal showed, and ends as the command does."""
import fcntl
import json
import os
import pty
import re
import struct
import sys
import termios

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
# 90 columns, so that no line is broken.
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 90, 0, 0))


def read():
    try:
        return os.read(terminal, 4096).decode("utf8", "replace")
    except OSError:
        return ""


def words(text):
    """Without colours and movements."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


shown, seen = "", 0
for text, keys in steps:
    while text not in words(shown[seen:]):
        part = read()
        if part == "":
            sys.exit(f"{text!r} was not shown, but:\n{words(shown)}")
        shown += part
    seen = len(shown)
    os.write(terminal, keys.encode())
while part := read():
    shown += part
print(words(shown))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
