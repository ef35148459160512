"""Runs the Eclipse Paho interoperability tests one by one, each in its own process and with a limit of time, and tells how each went.

    git clone https://github.com/eclipse/paho.mqtt.testing
    python3 interop.py --tests paho.mqtt.testing --port 1883 --version 5
    python3 interop.py --tests paho.mqtt.testing --port 1883 --version 5 --user u --password p test_subscribe_failure
"""
import argparse
import functools
import importlib
import logging
import os
import subprocess
import sys
import unittest

MODULES = {"3": "client_test", "5": "client_test5"}


def arguments():
    options = argparse.ArgumentParser(description="Eclipse Paho interoperability tests against a broker.")
    options.add_argument("--tests", required=True, help="the clone of paho.mqtt.testing")
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=1883)
    options.add_argument("--version", choices=MODULES, default="5")
    options.add_argument("--user", help="for every connection")
    options.add_argument("--password")
    options.add_argument("--seconds", type=int, default=90, help="limit for each test")
    options.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options.add_argument("names", nargs="*", help="test_…; all when none is given")
    return options.parse_args()


def load(options):
    """The module of tests, told what its own main would tell it."""
    folder = os.path.join(options.tests, "interoperability")
    sys.path.insert(0, folder)
    module = importlib.import_module(MODULES[options.version])
    module.host, module.port, module.topic_prefix = options.host, options.port, "client_test5/"
    prefix = module.topic_prefix if options.version == "5" else ""
    module.topics = [prefix + t for t in ("TopicA", "TopicA/B", "Topic/C", "TopicA/C", "/TopicA")]
    module.wildtopics = [prefix + t for t in ("TopicA/+", "+/C", "#", "/#", "/+", "+/+", "TopicA/#")]
    module.nosubscribe_topics = ("test/nosubscribe",)
    if options.user:
        client = module.mqtt_client.Client
        client.connect = functools.partialmethod(client.connect, username=options.user, password=(options.password or "").encode())
    logging.getLogger().setLevel(logging.CRITICAL)
    return module


def run_one(options):
    unittest.main(module=load(options), argv=["interop", "Test." + options.names[0]])


def run_each(options):
    names = options.names or [n for n in sorted(dir(load(options).Test)) if n.startswith("test")]
    failed = 0
    for name in names:
        try:
            done = subprocess.run([sys.executable, __file__, "--one", *sys.argv[1:len(sys.argv) - len(options.names)], name],
                                  capture_output=True, text=True, timeout=options.seconds)
            told = (done.stdout + done.stderr).splitlines()
            # Some tests of 3.1.1 catch their own failure and end well.
            why = next((line for line in reversed(told) if "Error" in line or "Exception" in line), "")
            passed = done.returncode == 0 and not any("Traceback" in line for line in told)
        except subprocess.TimeoutExpired:
            passed, why = False, f"no end within {options.seconds} s"
        failed += not passed
        print(f"{'passed' if passed else 'FAILED'}  {name}  {'' if passed else why[:160]}", flush=True)
    print(f"{len(names) - failed} of {len(names)} passed")
    return failed


if __name__ == "__main__":
    asked = arguments()
    if asked.one:
        run_one(asked)
    else:
        sys.exit(1 if run_each(asked) else 0)
