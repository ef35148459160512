#!/usr/bin/env python3
"""Runs what compose.yaml describes on this machine, without containers: PostgreSQL, Mosquitto and the server as plain
processes on free loopback ports, with the environment, commands, order and health checks of the file itself.
It proves the wiring; what containers add (users, read-only roots, networks) it does not.

    deploy/run-here.py [--server PROGRAM …]       until Ctrl-C; data in a folder of its own that goes with it

Needs Debian's postgresql, mosquitto, mosquitto-clients and python3-yaml. Secrets come from the environment; those that are missing are made."""
import glob, json, os, re, secrets, shutil, signal, socket, subprocess, sys, tempfile, time
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PATIENCE = 60
os.environ["PATH"] += ":/usr/sbin:/sbin"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def filled(text, given):
    """The file's own variables: ${A:-b}, ${A:?why}, $$."""
    def one(found):
        if found[0] == "$$":
            return "$"
        name, how, rest = found[1], found[2], found[3] or ""
        value = given.get(name, "")
        if value or not how:
            return value
        if how == ":?":
            sys.exit(f"{name}: {rest}")
        return rest
    return re.sub(r"\$\$|\$\{(\w+)(?:(:-|:\?)([^}]*))?\}", one, text)


def all_filled(node, given):
    if isinstance(node, dict):
        return {k: all_filled(v, given) for k, v in node.items()}
    if isinstance(node, list):
        return [all_filled(v, given) for v in node]
    return filled(node, given) if isinstance(node, str) else node


def image_environment():
    """ENV of the Dockerfile's last stage."""
    last = open(f"{HERE}/Dockerfile", encoding="utf-8").read().replace("\\\n", " ").split("\nFROM ")[-1]
    return dict(pair.split("=", 1) for line in re.findall(r"^ENV (.*)$", last, re.M) for pair in line.split())


class House:
    def __init__(self, server):
        self.folder = tempfile.mkdtemp(prefix="gemeo-here-")
        os.chmod(self.folder, 0o755)
        self.ports = {name: free_port() for name in ("http", "mqtt", "postgres")}
        self.server = server
        self.processes = []
        secret = {n: secrets.token_hex(12) for n in ("GEMEO_KEY", "GEMEO_DATABASE_PASSWORD", "GEMEO_BROKER_PASSWORD", "GEMEO_DEVICE_PASSWORD")}
        self.given = {**secret, **{k: v for k, v in os.environ.items() if v}}
        with open(f"{HERE}/compose.yaml", encoding="utf-8") as file:
            self.services = all_filled(yaml.safe_load(file), self.given)["services"]

    def here(self, text):
        """What is called so in the containers' network and folders is called otherwise here."""
        for there, here in (
            ("Host=postgres;", f"Host=127.0.0.1;Port={self.ports['postgres']};"),
            ("mosquitto:1883", f"127.0.0.1:{self.ports['mqtt']}"),
            ("127.0.0.1 -p 1883", f"127.0.0.1 -p {self.ports['mqtt']}"),
            ("listener 1883", f"listener {self.ports['mqtt']} 127.0.0.1"),
            ("0.0.0.0:8080", f"127.0.0.1:{self.ports['http']}"),
            ("/opt/gemeo/labs", f"{ROOT}/labs"),
            ("/mosquitto/", f"{self.folder}/mosquitto/"),
            ("/tmp/passwords", f"{self.folder}/mosquitto/passwords"),
        ):
            text = text.replace(there, here)
        return f"{self.folder}/server" if text == "/data" else text

    def environment(self, service, more=()):
        own = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "DOTNET_ROOT", "TMPDIR")}
        told = {**dict(more), **self.services[service].get("environment", {})}
        return {**own, **{k: self.here(str(v)) for k, v in told.items()}}

    def as_user(self, name, line):
        return ["setpriv", f"--reuid={name}", f"--regid={name}", "--init-groups", *line] if os.geteuid() == 0 else line

    def room(self, name, user):
        path = f"{self.folder}/{name}"
        os.makedirs(path)
        if os.geteuid() == 0 and user:
            shutil.chown(path, user, user)
        return path

    def start(self, name, line, env, cwd="/"):
        print(f"starting {name}", file=sys.stderr)
        self.processes.append((name, subprocess.Popen(line, env=env, cwd=cwd, stdout=sys.stderr)))

    def well(self, name, line, env):
        end = time.monotonic() + PATIENCE
        while subprocess.run(line, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
            self.look()
            if time.monotonic() > end:
                sys.exit(f"{name}: its health check fails for {PATIENCE} s: {line}")
            time.sleep(0.1)

    def check(self, service):
        kind, *line = self.services[service]["healthcheck"]["test"]
        return ["sh", "-c", self.here(line[0])] if kind == "CMD-SHELL" else [self.here(word) for word in line]

    def look(self):
        for name, process in self.processes:
            if process.poll() is not None:
                sys.exit(f"{name} ended with {process.returncode}")

    def postgres(self):
        env = {**self.environment("postgres"), "PGPORT": str(self.ports["postgres"]), "PGPASSWORD": self.services["postgres"]["environment"]["POSTGRES_PASSWORD"]}
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        home = self.room("postgres", "postgres")
        with open(f"{home}/password", "w", encoding="utf-8") as file:
            file.write(env["POSTGRES_PASSWORD"])
        subprocess.run(self.as_user("postgres", [f"{programs}/initdb", "-D", f"{home}/data", "-U", env["POSTGRES_USER"], f"--pwfile={home}/password", *env["POSTGRES_INITDB_ARGS"].split(), "--auth-local=trust", "-E", "UTF8"]),
                       check=True, cwd="/", env=env, stdout=subprocess.DEVNULL)
        self.start("postgres", self.as_user("postgres", [f"{programs}/postgres", "-D", f"{home}/data", "-p", str(self.ports["postgres"]), "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={home}"]), env)
        self.well("postgres", self.check("postgres"), env)
        subprocess.run(["createdb", "-h", "127.0.0.1", "-U", env["POSTGRES_USER"], env["POSTGRES_DB"]], check=True, env=env)

    def mosquitto(self):
        env = self.environment("mosquitto")
        home = self.room("mosquitto", "mosquitto")
        for inner in ("config", "data"):
            self.room(f"mosquitto/{inner}", "mosquitto")
        with open(f"{HERE}/mosquitto.conf", encoding="utf-8") as told, open(f"{home}/config/mosquitto.conf", "w", encoding="utf-8") as mine:
            mine.write(self.here(told.read()))
        self.start("mosquitto", self.as_user("mosquitto", [self.here(word) for word in self.services["mosquitto"]["entrypoint"]]), env)
        self.well("mosquitto", self.check("mosquitto"), env)

    def gemeo(self):
        self.room("server", None)
        env = self.environment("server", image_environment())
        self.start("server", self.server, env, self.folder)
        self.well("server", [*self.server, "healthcheck"], env)

    def run(self):
        for name in ("postgres", "mosquitto"):
            assert self.services["server"]["depends_on"][name]["condition"] == "service_healthy"
            getattr(self, name)()
        self.gemeo()
        print(json.dumps({"http": f"http://127.0.0.1:{self.ports['http']}", "mqtt": self.ports["mqtt"], "key": self.given["GEMEO_KEY"], "device": self.given["GEMEO_DEVICE_PASSWORD"],
                          "postgres": self.ports["postgres"]}), flush=True)
        while True:
            self.look()
            time.sleep(0.2)

    def close(self):
        for name, process in reversed(self.processes):
            if process.poll() is None:
                # PostgreSQL waits for its clients by TERM; by INT it lets them go.
                process.send_signal(signal.SIGINT if name == "postgres" else signal.SIGTERM)
                process.wait()
            print(f"{name} ended with {process.returncode}", file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    built = f"{ROOT}/src/Gemeo.Server/bin/Release/net10.0/Gemeo.Server.dll"
    server = sys.argv[sys.argv.index("--server") + 1:] if "--server" in sys.argv else ["dotnet", built]
    if server[-1] == built and not os.path.exists(built):
        subprocess.run(["dotnet", "build", f"{ROOT}/src/Gemeo.Server", "-c", "Release", "-v", "quiet", "--nologo"], check=True, stdout=sys.stderr)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    house = House(server)
    try:
        house.run()
    finally:
        house.close()


main()
